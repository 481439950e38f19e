import type { Component } from './component.ts'

/** The TL;DR, or another section of the whole digest, under its heading. */
export const themes = {
  slots: ['heading', 'body'],
  mjml: ({ align, space }) => `
    <mj-text css-class="themes" align="${align}" padding="14px ${space} 0"><h2>{{heading}}</h2>{{body}}</mj-text>`,
} as const satisfies Component<string>
