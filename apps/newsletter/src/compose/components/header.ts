import type { Component } from './component.ts'

/** Who writes, what this is, and the way to the same thing in a browser. */
export const header = {
  slots: ['site', 'siteHref', 'title', 'facts', 'browser'],
  mjml: ({ align, space }) => `
    <mj-text css-class="header" align="${align}" padding="24px ${space} 12px">
      <p class="site"><a href="{{siteHref}}">{{site}}</a></p>
      <h1>{{title}}</h1>
      <p class="facts">{{facts}}</p>
      {{browser}}
    </mj-text>`,
} as const satisfies Component<string>
