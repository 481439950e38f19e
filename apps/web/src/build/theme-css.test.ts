import { theme } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { toThemeCss } from './theme-css.ts'

test('every colour of the theme is a custom property for both schemes', () => {
  const css = toThemeCss(theme.color)
  expect(css.match(/--color-\w+: light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\);/g)).toHaveLength(
    Object.keys(theme.color).length,
  )
  expect(css).toContain(`--color-ink: light-dark(${theme.color.ink.light}, ${theme.color.ink.dark});`)
})
