import { expect, test } from 'vitest'
import { withScheme } from './mail-scheme.ts'

test.each([
  ['light', '@media (max-width: 0) { a }'],
  ['dark', '@media (min-width: 0) { a }'],
] as const)('in %s, rules for the dark are decided', (scheme, expected) => {
  const html = withScheme('@media (prefers-color-scheme:dark) { a }', scheme)
  expect(html).toContain(expected)
  expect(html).toContain(`:root { color-scheme: ${scheme} !important }`)
})

test('leaves the words of a mail alone', () => {
  expect(withScheme('<p>prefers-color-scheme: dark</p>', 'dark')).toContain(
    '<p>prefers-color-scheme: dark</p>',
  )
})
