import type { Component } from './component.ts'

/** Text right under the header, without a heading of its own. */
export const overview = {
  slots: ['body'],
  mjml: ({ align, space }) => `
    <mj-text css-class="overview" align="${align}" padding="0 ${space} 8px">{{body}}</mj-text>`,
} as const satisfies Component<string>
