import { splitBreakable, textWidth } from './text-width.ts'

/**
 * Breaks lines so that none is wider than `columns`, between words or between characters of scripts that are
 * written without spaces. A longer word keeps a line of its own; no-break spaces hold. Without `columns`
 * nothing is broken. Line breaks in the text stay.
 */
export function wrapText(text: string, columns: number | undefined): string {
  if (columns === undefined) return text
  return text
    .split('\n')
    .map((line) => (line.length * 2 <= columns ? line.trim() : wrapLine(line, columns)))
    .join('\n')
}

/** Puts `first` before the first line and as many spaces before every other that is not empty. */
export function hang(text: string, first: string): string {
  return first + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(textWidth(first))}`)
}

function wrapLine(text: string, columns: number): string {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(/[ \t]+/).filter((part) => part !== '')) {
    let gap = line === '' ? '' : ' '
    for (const piece of textWidth(word) <= columns - width - gap.length ? [word] : splitBreakable(word)) {
      const pieceWidth = textWidth(piece)
      if (line !== '' && width + gap.length + pieceWidth > columns) {
        lines.push(line)
        line = ''
        width = 0
        gap = ''
      }
      line += `${gap}${piece}`
      width += gap.length + pieceWidth
      gap = ''
    }
  }
  return line === '' ? lines.join('\n') : [...lines, line].join('\n')
}
