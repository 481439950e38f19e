import { sliceLines } from './lines.ts'
import type { Markdown, MarkdownToken } from './markdown.ts'
import type { RichText } from './schema.ts'

/** The lines, counted from 0, on which a rule (`---`) stands outside lists and quotes. */
export function findRules(tokens: readonly MarkdownToken[]): ReadonlySet<number> {
  return new Set(
    tokens.flatMap((token) => (token.type === 'hr' && token.level === 0 && token.map ? [token.map[0]] : [])),
  )
}

/**
 * The lines `from` to `to` (exclusive, counted from 0) of a text without the empty lines and rules at their
 * edges; undefined when nothing is left.
 */
export function cutRichText(
  markdown: Markdown,
  rules: ReadonlySet<number>,
  from: number,
  to: number,
): RichText | undefined {
  const isEdge = (line: number): boolean =>
    rules.has(line) || sliceLines(markdown, line, line + 1).trim() === ''
  let [start, end] = [from, to]
  while (start < end && isEdge(start)) start++
  while (end > start && isEdge(end - 1)) end--
  if (start === end) return undefined
  return { markdown: sliceLines(markdown, start, end).trimEnd(), line: markdown.firstLine + start }
}
