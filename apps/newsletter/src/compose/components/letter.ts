import type { Component } from './component.ts'

/** The words of a mail that is no digest. */
export const letter = {
  slots: ['body'],
  mjml: ({ align, space }) => `
    <mj-text css-class="letter" align="${align}" padding="0 ${space} 8px">{{body}}</mj-text>`,
} as const satisfies Component<string>
