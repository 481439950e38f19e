import type { Component } from './component.ts'

/** Why this mail came, how to stop it, and who sent it. */
export const footer = {
  slots: ['reason', 'links', 'address'],
  mjml: ({ align, space, light }) => `
    <mj-text css-class="footer" align="${align}" padding="24px ${space} 32px" font-size="14px" color="${light.quiet}">
      <p>{{reason}}</p>
      <p>{{links}}</p>
      <p>{{address}}</p>
    </mj-text>`,
} as const satisfies Component<string>
