import type { Component } from './component.ts'

/** A word from the editor about this mail: why it is short, what was corrected, what a reader should know first. */
export const notice = {
  slots: ['body'],
  mjml: ({ align, space }) => `
    <mj-text css-class="notice" align="${align}" padding="0 ${space} 16px"><div class="box">{{body}}</div></mj-text>`,
} as const satisfies Component<string>
