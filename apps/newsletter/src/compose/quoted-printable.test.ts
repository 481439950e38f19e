import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeholders } from './personal.ts'
import { encodeQuotedPrintable } from './quoted-printable.ts'

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', ' ', '=', '.', ...Object.values(placeholders)),
  ),
)

test('reads back to the same text, in ASCII lines of at most 76 characters', () => {
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('').toWellFormed().replace(/\r\n?/g, '\n')
      const encoded = encodeQuotedPrintable(text)
      expect(decode(encoded)).toBe(text)
      for (const line of encoded.split('\r\n')) expect(line).toMatch(/^(?:[\t -~]{0,75}[!-~])?$/)
    }),
  )
})

test('never breaks a placeholder over two lines', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 200 }),
      fc.constantFrom(...Object.values(placeholders)),
      (before, placeholder) => {
        expect(encodeQuotedPrintable(`${'x'.repeat(before)}${placeholder}y`)).toContain(placeholder)
      },
    ),
  )
})

test('keeps a space at the end of a line', () => {
  expect(encodeQuotedPrintable('a \nb\t')).toBe('a=20\r\nb=09')
})

function decode(encoded: string): string {
  const joined = encoded.replace(/=\r\n/g, '').replaceAll('\r\n', '\n')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
