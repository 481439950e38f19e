const columns = 76

/** Length of an encoded word that fits the first line after any name of ours. */
const encodedColumns = 60

/** A line may have 998 characters (RFC 5322, 2.1.1), name of the field included. */
const longestWord = 900

/**
 * One header field, folded at 76 columns, without its last CRLF. Control characters in a value become spaces, so
 * no value can begin another field; words beyond ASCII, and what would pass for encoded, become encoded words.
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-2.2
 * @see https://www.rfc-editor.org/rfc/rfc2047
 */
export function encodeHeader(name: string, value: string): string {
  const words = cleanHeader(value).split(' ')
  const first = words.findIndex(isForeign)
  if (first < 0) return fold(`${name}:`, words)
  const end = words.findLastIndex(isForeign) + 1
  const encoded = encodeWords(words.slice(first, end).join(' '))
  return fold(`${name}:`, [...words.slice(0, first), ...encoded, ...words.slice(end)])
}

/** An address with its name as it stands in `From`, `To` and `Reply-To`; the name may be any text. */
export function encodeAddress(
  field: string,
  mailbox: { readonly name?: string; readonly address: string },
): string {
  const address = `<${cleanHeader(mailbox.address)}>`
  const name = cleanHeader(mailbox.name ?? '')
  if (name === '') return fold(`${field}:`, [cleanHeader(mailbox.address)])
  if (name.split(' ').some(isForeign)) return fold(`${field}:`, [...encodeWords(name), address])
  const quoted = /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
  return fold(`${field}:`, [...quoted.split(' '), address])
}

/** A value in one line: control, format and line-breaking characters become single spaces. */
export function cleanHeader(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
}

/** Only encoded words can be broken, which a word that no line can hold needs; other ASCII stays as it is. */
function isForeign(word: string): boolean {
  return !isAscii(word) || word.includes('=?') || word.length > longestWord
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** Encoded words of whole characters; space between two of them is no space. */
function encodeWords(text: string): readonly string[] {
  const words: string[] = []
  let current = ''
  for (const character of text) {
    if (toBase64(current + character).length > encodedColumns - '=?UTF-8?B??='.length) {
      words.push(current)
      current = ''
    }
    current += character
  }
  return [...words, current].map((word) => `=?UTF-8?B?${toBase64(word)}?=`)
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function fold(start: string, words: readonly string[]): string {
  const lines = [start]
  for (const word of words) {
    const line = lines.at(-1) ?? ''
    if (line !== start && line.length + 1 + word.length > columns) lines.push(` ${word}`)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines.join('\r\n')
}
