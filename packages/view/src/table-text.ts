import type { Align } from './block.ts'
import { textWidth } from './text-width.ts'
import { hang, wrapText } from './wrap.ts'

/**
 * A table as plain text: aligned columns with a line under the head when that fits into `columns`, else each
 * row as lines of `Head: cell`. The first row is the head.
 */
export function renderTableText(
  rows: readonly (readonly string[])[],
  align: readonly (Align | undefined)[],
  columns: number | undefined,
): string {
  const lines = rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))
  const widths = align.map((_, column) =>
    lines.reduce((most, row) => Math.max(most, textWidth(row[column] ?? '')), 0),
  )
  const width = widths.reduce((sum, value) => sum + value + 2, -2)
  return columns !== undefined && width > columns
    ? renderRecords(lines, columns)
    : renderColumns(lines, widths, align)
}

function renderColumns(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  align: readonly (Align | undefined)[],
): string {
  const lines = rows.map((row) =>
    widths
      .map((width, column) => pad(row[column] ?? '', width, align[column]))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '─'.repeat(Math.max(width, 1))).join('  ')
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n')
}

function pad(text: string, width: number, align: Align | undefined): string {
  const space = width - textWidth(text)
  const before = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(space - before)
}

function renderRecords([head = [], ...rows]: readonly (readonly string[])[], columns: number): string {
  const records = rows.map((row) => {
    const cells = row.flatMap((cell, column) => (cell === '' ? [] : [nameCell(head[column] ?? '', cell)]))
    return cells.map((cell, index) => hang(wrapText(cell, columns - 2), index === 0 ? '• ' : '  ')).join('\n')
  })
  return records.join('\n')
}

function nameCell(head: string, cell: string): string {
  return head === '' ? cell : `${head}: ${cell}`
}
