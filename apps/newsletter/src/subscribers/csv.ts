/** A quote that never ends, which would swallow every row behind it. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

const longestCell = 100_000

/**
 * Reads CSV (RFC 4180) as it comes in, with commas or semicolons, quotes, and any line ending; a byte order mark
 * is dropped. A cell that was neutralised by `formatCsvRow` gets its first character back. Throws `CsvError`.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let wasQuote = false
  let separator = ''
  let isFirst = true
  let line = 1
  let quotedIn = 0
  const endCell = () => {
    row.push(restore(cell))
    cell = ''
  }
  for await (const chunk of chunks) {
    for (const character of isFirst ? chunk.replace(/^\ufeff/, '') : chunk) {
      isFirst = false
      if (isQuoted && wasQuote && character !== '"') isQuoted = false
      if (isQuoted) {
        if (character === '"' && !wasQuote) wasQuote = true
        else {
          cell += character
          wasQuote = false
          if (cell.length > longestCell) throw unended(quotedIn)
        }
      } else if (character === '"' && cell === '') {
        isQuoted = true
        wasQuote = false
        quotedIn = line
      } else if (character === separator || (separator === '' && /[,;]/.test(character))) {
        separator = character
        endCell()
      } else if (character === '\n') {
        endCell()
        if (row.some((text) => text !== '')) yield row
        row = []
      } else if (character !== '\r') cell += character
      if (character === '\n') line += 1
    }
  }
  if (isQuoted && !wasQuote) throw unended(quotedIn)
  endCell()
  if (row.some((text) => text !== '')) yield row
}

const unended = (line: number) =>
  new CsvError(
    `The quote that begins in line ${line} does not end. Mend it and import again: who is in is left alone.`,
  )

/**
 * One line of CSV. A cell that a spreadsheet would run as a formula is led by an apostrophe, unless `raw`.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function formatCsvRow(cells: readonly string[], { raw = false } = {}): string {
  return `${cells.map((cell) => quote(raw ? cell : neutralise(cell))).join(',')}\r\n`
}

const formula = /^[=+\-@\t\r]/

const neutralise = (cell: string) => (formula.test(cell) || /^'[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell)

const restore = (cell: string) => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell)

const quote = (cell: string) => (/[",;\r\n\t]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
