import type { Component } from './component.ts'

/** The one thing such a mail asks for. */
export const action = {
  slots: ['label', 'href'],
  mjml: ({ align, space, light }) => `
    <mj-button css-class="action" href="{{href}}" align="${align}" padding="8px ${space} 24px" inner-padding="14px 28px"
      border-radius="4px" font-size="16px" background-color="${light.ink}" color="${light.paper}">{{label}}</mj-button>`,
} as const satisfies Component<string>
