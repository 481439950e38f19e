import { settleEnd } from './link-definitions.ts'
import { splitPleasantry } from './pleasantry.ts'
import type { Counts, RichText, Tldr } from './schema.ts'

const countLine =
  /^[*_\s]*total papers:?[*_\s]*(\d{1,6})[*_\s]*[,;.]?[*_\s]*selected papers:?[*_\s]*(\d{1,6})[*_\s.]*$/i

/** Reads a TL;DR: the counts line wherever it stands, an opening that introduces nothing, and the rest. */
export function readTldr(body: RichText | undefined, line: number): Tldr {
  if (body === undefined) return { line }
  const lines = body.markdown.split('\n')
  const at = lines.findIndex((words) => countLine.test(words))
  const counts = at < 0 ? undefined : toCounts(lines[at] ?? '')
  const rest = at < 0 ? body : withoutLine(lines, at, body.line)
  const { pleasantry, text } = rest === undefined ? {} : splitPleasantry(rest)
  return {
    ...(counts && { counts }),
    ...(pleasantry && { opening: pleasantry }),
    ...(text && { body: text }),
    line,
  }
}

function toCounts(words: string): Counts | undefined {
  const [, total, selected] = countLine.exec(words) ?? []
  return { total: Number(total), selected: Number(selected) }
}

const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/

/** What stood around the line is one text with one empty line there, unless all three were one paragraph. */
function withoutLine(lines: readonly string[], at: number, line: number): RichText | undefined {
  const first = lines.findIndex((words, index) => index > at && !rule.test(words))
  const after = first < 0 ? '' : lines.slice(first).join('\n').trimEnd()
  const above = lines.slice(0, at).join('\n').trimEnd()
  // A section ends where the next heading begins.
  const before = after.startsWith('## ') ? (settleEnd(above) ?? '') : above
  const isParagraph = lines[at - 1]?.trim() !== '' && first === at + 1
  const gap = before === '' || after === '' ? '' : isParagraph ? '\n' : '\n\n'
  const markdown = settleEnd(`${before}${gap}${after}`)
  if (markdown === undefined) return undefined
  const start = before === '' ? first : lines.findIndex((words) => words.trim() !== '')
  return { markdown, line: line + start }
}
