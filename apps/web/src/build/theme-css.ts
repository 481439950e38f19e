import { theme } from '@broadsheet/view'
import type { Plugin } from 'vite'

const id = 'virtual:theme.css'

/** The colours of every channel as CSS custom properties; `light-dark()` follows `color-scheme`. */
export function themeCss(): Plugin {
  return {
    name: 'broadsheet:theme-css',
    enforce: 'pre',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? toThemeCss(theme.color) : undefined),
  }
}

/** One `@layer tokens` rule with `--color-<name>` for each colour. */
export function toThemeCss(colors: typeof theme.color): string {
  const lines = Object.entries(colors).map(
    ([name, { light, dark }]) => `  --color-${name}: light-dark(${light}, ${dark});`,
  )
  return `@layer tokens {\n:root {\n${lines.join('\n')}\n}\n}\n`
}
