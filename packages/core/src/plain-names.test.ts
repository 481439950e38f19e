import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlainNames } from './plain-names.ts'

test.each([
  ["Jos\\'e~Garc\\'ia, M\\\"uller", 'José García, Müller'],
  ['Ann Lee$^{1,2}$, Bo Kim$^2$, Cy Doe<sup>1,*</sup>', 'Ann Lee, Bo Kim, Cy Doe'],
  ['Ann Lee\\*, Bo Kim†, Cy Doe¹, Di Fox\\textsuperscript{3}', 'Ann Lee, Bo Kim, Cy Doe, Di Fox'],
  ['**Ann Lee**, [Bo Kim](https://example.org/bo), Cy Doe[^1]', 'Ann Lee, Bo Kim, Cy Doe'],
])('%s is %s', (list, names) => {
  expect(toPlainNames(list)).toBe(names)
})

test.each(["D'Angelo, O’Neil", 'A. B. Núñez (MIT, CSAIL)', 'The 4² Group', '李 明'])(
  'leaves %s as it is',
  (list) => {
    expect(toPlainNames(list)).toBe(list)
  },
)

test('names made plain twice are those made plain once', () => {
  const pieces = fc.constantFrom(
    'Ann',
    ', ',
    '\\',
    "\\'",
    '{',
    '}',
    'e',
    '$^',
    '1',
    '$',
    '[',
    '](',
    ')',
    '*',
    '~',
    '[^1]',
    '²',
  )
  fc.assert(
    fc.property(fc.array(pieces), (all) => {
      const plain = toPlainNames(all.join(''))
      return toPlainNames(plain) === plain
    }),
  )
})
