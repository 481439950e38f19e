import { placeholders } from './personal.ts'

// One of the 76 columns is for the `=` that continues a line.
const columns = 75

/**
 * A text as quoted-printable lines of at most 76 characters with CRLF between them. A recipient's
 * placeholder is never broken over two lines, so that it can be replaced in the encoded bytes.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n')
}

type Lines = { readonly done: string[]; current: string }

const pieces = new RegExp(`${Object.values(placeholders).join('|')}|[\\t -<>-~](?:[\\t -<>-WY-~]*)|[^]`, 'gu')

function encodeLine(line: string): string {
  const lines: Lines = { done: [], current: '' }
  const end = /[\t ]$/.exec(line)?.[0] ?? ''
  for (const [piece] of line.slice(0, line.length - end.length).matchAll(pieces)) {
    if (isPlaceholder(piece)) append(lines, piece)
    else if (/^[\t -<>-~]/.test(piece)) appendPlain(lines, piece)
    else append(lines, encodeBytes(piece))
  }
  // Space at the end of a line would be lost on the way.
  if (end !== '') append(lines, encodeBytes(end))
  lines.done.push(lines.current)
  return lines.done.join('\r\n')
}

function isPlaceholder(piece: string): boolean {
  return piece.startsWith('XX') && Object.values(placeholders).some((placeholder) => placeholder === piece)
}

function append(lines: Lines, unit: string): void {
  if (lines.current.length + unit.length > columns) nextLine(lines)
  lines.current += unit
}

function appendPlain(lines: Lines, run: string): void {
  let from = 0
  while (from < run.length) {
    if (lines.current.length >= columns) nextLine(lines)
    const to = from + columns - lines.current.length
    lines.current += run.slice(from, to)
    from = to
  }
}

function nextLine(lines: Lines): void {
  lines.done.push(`${lines.current}=`)
  lines.current = ''
}

function encodeBytes(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '=$&')
}
