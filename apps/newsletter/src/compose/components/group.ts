import type { Component } from './component.ts'

/** A heading over the papers that follow. */
export const group = {
  slots: ['heading'],
  mjml: ({ align, space }) => `
    <mj-text css-class="group" align="${align}" padding="22px ${space} 4px"><h2>{{heading}}</h2></mj-text>`,
} as const satisfies Component<string>
