import { isUtf8 } from 'node:buffer'
import type { Report } from './diagnostic.ts'
import { placeAt } from './place-at.ts'

const byteOrderMarks = [
  { name: 'UTF-32', bytes: [0xff, 0xfe, 0, 0] },
  { name: 'UTF-32', bytes: [0, 0, 0xfe, 0xff] },
  { name: 'UTF-16', bytes: [0xff, 0xfe] },
  { name: 'UTF-16', bytes: [0xfe, 0xff] },
] as const

const howToSave =
  'Save the file as UTF-8: in VS Code, click the encoding in the status bar and choose “Save with Encoding”'

/**
 * Strict UTF-8 without its byte order mark. Anything else is reported by the name of what it most likely
 * is, at the first byte that is wrong, and gives undefined.
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export function decodeUtf8(bytes: Uint8Array, report: Report): string | undefined {
  const wide = findWideEncoding(bytes)
  if (wide !== undefined) {
    const hint = `${howToSave}; in a shell, \`iconv -f ${wide} -t UTF-8 old.md > new.md\`.`
    report({ code: 'encoding-utf16', line: 1, message: `The file is ${wide}, not UTF-8.`, hint })
    return undefined
  }
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  reportBadByte(bytes, report)
  return undefined
}

function findWideEncoding(bytes: Uint8Array): string | undefined {
  const mark = byteOrderMarks.find((entry) => entry.bytes.every((byte, index) => bytes[index] === byte))
  return mark?.name ?? (hasAlternatingNuls(bytes) ? 'UTF-16' : undefined)
}

/** ASCII in UTF-16 has a NUL in every other byte, and front matter is mostly ASCII. */
function hasAlternatingNuls(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 512)
  const nuls: [number, number] = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) nuls[index % 2 === 0 ? 0 : 1]++
  return Math.min(...nuls) === 0 && Math.max(...nuls) >= Math.max(2, start.length / 4)
}

function reportBadByte(bytes: Uint8Array, report: Report): void {
  const offset = findBadByte(bytes)
  const before = new TextDecoder().decode(bytes.subarray(0, offset)).replace(/\r\n?/g, '\n')
  const byte = bytes[offset] ?? 0
  const name = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const place = placeAt(before, before.length)
  if (/[^\0-\u007f]/.test(before)) {
    const message = `The byte ${name} here is no UTF-8, though the text before it is.`
    report({
      code: 'encoding-not-utf8',
      ...place,
      message,
      hint: 'Delete the broken character and type it again.',
    })
    return
  }
  const encoding = bytes.some((value) => value >= 0x80 && value < 0xa0) ? 'Windows-1252' : 'Latin-1'
  const character = new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
  report({
    code: 'encoding-not-utf8',
    ...place,
    message: `The byte ${name} here is no UTF-8; the file looks like ${encoding}, where it is \`${character}\`.`,
    hint: `${howToSave}; in a shell, \`iconv -f ${encoding === 'Latin-1' ? 'LATIN1' : 'CP1252'} -t UTF-8 old.md > new.md\`.`,
  })
}

/** A lossy decoder writes U+FFFD for what is broken; the text before the first is as long as its bytes. */
function findBadByte(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let start = 0
  for (;;) {
    const index = lossy.indexOf('\ufffd', start)
    offset += Buffer.byteLength(lossy.slice(start, index))
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (index === -1 || !isWritten) return offset
    offset += 3
    start = index + 1
  }
}
