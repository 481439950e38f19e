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

function withoutLine(lines: readonly string[], at: number, line: number): RichText | undefined {
  const kept = [...lines.slice(0, at), ...lines.slice(at + 1)]
  const first = kept.findIndex((words) => words.trim() !== '')
  if (first < 0) return undefined
  const place = line + first + (first >= at ? 1 : 0)
  return { markdown: kept.slice(first).join('\n').trimEnd(), line: place }
}
