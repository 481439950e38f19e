import { expect, test } from 'vitest'
import { quote } from './quote.ts'

test.each([
  ['two\n  lines', '`two lines`'],
  ['a `b` word', "`a 'b' word`"],
  ['abcdefghij', '`abcdefghij`'],
  ['abcdefghijk', '`abcdefghi…`'],
  ['abcdefgh🧠🧠', '`abcdefgh…`'],
])('quotes %j', (text, expected) => {
  expect(quote(text, 10)).toBe(expected)
})
