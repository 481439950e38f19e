import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanHeader, encodeAddress, encodeHeader } from './header.ts'

describe('encodeHeader', () => {
  test.each([
    ['keeps short ASCII as it is', 'A digest', 'Subject: A digest'],
    ['lets no value begin another field', 'A\r\nBcc: x@example.org', 'Subject: A Bcc: x@example.org'],
    ['takes a line separator for a space', 'A\u2028Bcc: x', 'Subject: A Bcc: x'],
    ['writes other text as encoded words', 'λ-GRPO', 'Subject: =?UTF-8?B?zrstR1JQTw==?='],
    [
      'encodes what would be read as an encoded word',
      '=?utf-8?q?x?=',
      'Subject: =?UTF-8?B?PT91dGYtOD9xP3g/PQ==?=',
    ],
    ['removes characters that turn the reading direction', 'a\u202Eb', 'Subject: a b'],
    ['survives half a surrogate pair', 'a\uD800', 'Subject: =?UTF-8?B?Ye+/vQ==?='],
    [
      'keeps the words around those beyond ASCII',
      'of λ and μ now',
      'Subject: of =?UTF-8?B?zrsgYW5kIM68?= now',
    ],
    ['leaves an address at the end as it is', 'λ <a.example>', 'Subject: =?UTF-8?B?zrs=?= <a.example>'],
  ])('%s', (_, value, expected) => {
    expect(encodeHeader('Subject', value)).toBe(expected)
  })

  test('folds long values before column 76 and says the same', () => {
    const value = 'many words '.repeat(30).trim()
    const field = encodeHeader('Subject', value)
    expect(field.split('\r\n').every((line) => line.length <= 76)).toBe(true)
    expect(field.replaceAll('\r\n ', ' ')).toBe(`Subject: ${value}`)
  })

  test('never encodes ASCII that a line can hold', () => {
    const value = `a:${'b'.repeat(100)}`
    expect(encodeHeader('Feedback-ID', value)).toBe(`Feedback-ID: ${value}`)
  })

  test('breaks a word that is longer than a line can be', () => {
    const lines = encodeHeader('Subject', 'x'.repeat(2000)).split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(78)
  })

  test('holds any text in lines of printable ASCII that continue one field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const [first, ...rest] = encodeHeader('Subject', value).split('\r\n')
        expect(first).toMatch(/^Subject:[ -~]{0,900}$/)
        for (const line of rest) expect(line).toMatch(/^ [ -~]{1,900}$/)
      }),
    )
  })
})

describe('encodeAddress', () => {
  test.each([
    ['an address alone', { address: 'a@example.org' }, 'To: a@example.org'],
    ['a plain name', { name: 'The Digest', address: 'a@example.org' }, 'To: The Digest <a@example.org>'],
    ['a name with marks', { name: 'Doe, J. "J"', address: 'a@b.org' }, 'To: "Doe, J. \\"J\\"" <a@b.org>'],
    ['a name beyond ASCII', { name: 'Zoë', address: 'a@b.org' }, 'To: =?UTF-8?B?Wm/Dqw==?= <a@b.org>'],
    [
      'a name that tries to be a header',
      { name: 'x\r\nBcc: y', address: 'a@b.org' },
      'To: "x Bcc: y" <a@b.org>',
    ],
  ])('writes %s', (_, mailbox, expected) => {
    expect(encodeAddress('To', mailbox)).toBe(expected)
  })
})

test('cleaning a value twice is cleaning it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(cleanHeader(cleanHeader(value))).toBe(cleanHeader(value))
    }),
  )
})
