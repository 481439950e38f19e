import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTexLetters } from './tex-letters.ts'

test.each([
  ["Jos\\'e Garc{\\'\\i}a", 'José García'],
  ['Hans M\\"uller', 'Hans Müller'],
  ['J. D{\\"o}rr', 'J. Dörr'],
  ['Bj\\"{o}rn Ren\\\'{e}', 'Björn René'],
  ['{\\L}ukasz', 'Łukasz'],
  ['\\L ukasz \\O{}stergaard', 'Łukasz Østergaard'],
  ['Paul Erd\\H{o}s', 'Paul Erdős'],
  ['\\v{S}imon Fran\\c{c}ois', 'Šimon François'],
  ['Stra{\\ss}e', 'Straße'],
])('%s is %s', (tex, text) => {
  expect(decodeTexLetters(tex)).toBe(text)
})

test.each(['D’Angelo', '{LLM}s', '\\textit{so}', 'C:\\', '\\lambda', '$\\alpha$', '\\"word\\"', 'R\\&D'])(
  'leaves %s as it is',
  (text) => {
    expect(decodeTexLetters(text)).toBe(text)
  },
)

test('decoding never throws and never makes a text longer', () => {
  const tex = fc
    .array(fc.constantFrom('\\', '{', '}', "'", '"', 'e', 'o', 'ss', 'v', ' ', 'ł'))
    .map((all) => all.join(''))
  fc.assert(fc.property(tex, (text) => decodeTexLetters(text).length <= text.length))
})
