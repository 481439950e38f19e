import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'

test.each([
  ['a@b.example\r\nBcc:x@y.example', undefined],
  ['"x y"@z.example', undefined],
  ['a@[1.2.3.4]', undefined],
  ['a(b)@c.example', undefined],
  ['<a@b.example>', undefined],
  ['a@b.example,c@d.example', undefined],
  ['a@b', undefined],
  ['a@1.2.3.4', undefined],
  ['a\u0000@b.example', undefined],
  ['a\u202e@b.example', undefined],
  ['a@b\u202e.example', undefined],
  ['ä@b.example', undefined],
  ['.a@b.example', undefined],
  ['a@-b.example', undefined],
  [`${'a'.repeat(65)}@b.example`, undefined],
  [`a@${'b'.repeat(62)}.${'c'.repeat(62)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example`, undefined],
  [' A.b+c@Exämple.ORG ', 'A.b+c@xn--exmple-cua.org'],
  ["o'neil@b.example", "o'neil@b.example"],
])('A7 the address %j is read as %j', (text, address) => {
  expect(parseAddress(text)?.address).toBe(address)
})

test('takes 254 bytes and no more', () => {
  const domain = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(52)}.example`
  expect(parseAddress(`a@${domain}`)?.address).toHaveLength(254)
  expect(parseAddress(`aa@${domain}`)).toBeUndefined()
})
