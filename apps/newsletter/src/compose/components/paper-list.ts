import type { Component } from './component.ts'

/** Papers that a mail has no more room for than a line each. */
export const paperList = {
  slots: ['heading', 'body'],
  mjml: ({ align, space }) => `
    <mj-text css-class="paper-list" align="${align}" padding="12px ${space} 8px" font-size="15px">
      <p><strong>{{heading}}</strong></p>
      {{body}}
    </mj-text>`,
} as const satisfies Component<string>
