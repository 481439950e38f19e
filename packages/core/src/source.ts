import { hash } from 'node:crypto'
import { reportControlCharacters } from './control-characters.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { Report } from './diagnostic.ts'
import type { SourceBytes } from './files.ts'
import { quote } from './quote.ts'
import { findRepairs, repairEncoding } from './repair-encoding.ts'

/** A file's text: strict UTF-8 without BOM, LF line ends, damaged runs repaired, no control characters. */
export type Source = { readonly file: string; readonly sha256: string; readonly text: string }

/** In bytes. A digest has a few hundred kilobytes; a larger file is no digest. */
export const maximumSourceBytes = 4 * 1024 * 1024

/**
 * Bytes to text, or undefined with an error reported when the bytes are too many, are no UTF-8, or hold
 * characters that nobody can see. `sha256` is of the bytes as they are in the file.
 */
export function decodeSource({ file, bytes }: SourceBytes, report: Report): Source | undefined {
  if (bytes.length > maximumSourceBytes) {
    reportTooLarge(bytes.length, report)
    return undefined
  }
  const decoded = decodeUtf8(bytes, report)
  if (decoded === undefined) return undefined
  const text = repair(toLineFeeds(decoded), report)
  if (reportControlCharacters(text, report)) return undefined
  return { file, sha256: hash('sha256', bytes, 'hex'), text }
}

/** Says that a file of so many bytes is not read; shared with the reader that sees only its size. */
export function reportTooLarge(size: number, report: Report): void {
  report({
    code: 'file-too-large',
    line: 1,
    message: `The file has ${toMegabytes(size)} MB; a digest may have ${toMegabytes(maximumSourceBytes)} MB.`,
    hint: 'Split the digest into several files, or move what is no digest out of the content folder.',
  })
}

function toMegabytes(size: number): string {
  return String(Math.ceil((size / 1024 / 1024) * 10) / 10)
}

function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function repair(text: string, report: Report): string {
  const repaired = repairEncoding(text)
  if (repaired === text) return text
  for (const { line, column, damaged, repaired: right } of findRepairs(text, repaired)) {
    report({
      code: 'encoding-repaired',
      line,
      column,
      message: `${quote(damaged)} is shown as ${quote(right)}: it is UTF-8 that was once read as Windows-1252.`,
      hint: 'Write the right characters on this line, and let the program that saved the file read UTF-8.',
    })
  }
  return repaired.replace(/^\ufeff/, '')
}
