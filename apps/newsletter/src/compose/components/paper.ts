import type { Component } from './component.ts'

/** One paper: `body` and `more` depend on how much of it the mail has room for. */
export const paper = {
  slots: ['number', 'title', 'href', 'by', 'body', 'more'],
  mjml: ({ align, space }) => `
    <mj-text css-class="paper" align="${align}" padding="0 ${space} 10px">
      <h3><span class="number">{{number}}</span>&#8194;<a href="{{href}}">{{title}}</a></h3>
      <p class="by">{{by}}</p>
      {{body}}
      <p class="more">{{more}}</p>
    </mj-text>`,
} as const satisfies Component<string>
