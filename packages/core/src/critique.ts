import { type MarkdownToken, parseBlocks } from './markdown.ts'
import { cutRichText, findRules } from './rich-text.ts'
import type { Critique, RichText } from './schema.ts'
import { type CritiquePart, critiqueParts, toSectionName } from './section-names.ts'

/** A heading in a critique. `end` is the line its text begins on, `skip` the characters to pass over there. */
type Heading = {
  readonly words: string
  readonly name: string
  readonly level: number
  readonly line: number
  readonly end: number
  readonly skip: number
}

/** A bold line counts as a heading below all others. */
const boldLine = 7

/** A stretch of a critique; `heading` is inline Markdown, and `rest` is what belongs to none of the parts. */
export type CritiquePiece = {
  readonly kind: CritiquePart | 'rest'
  readonly heading?: string
  readonly body: RichText
}

/**
 * Finds strengths, weaknesses and assessment inside a critique: headings of any level, bold lines, and bold
 * words with a colon that begin a paragraph, named in `critiqueParts`. A part reaches to the next heading of
 * its own level or above, or to the next part.
 */
export function readCritique(text: RichText): Critique {
  const named = splitCritique(text).flatMap(({ kind, body }) =>
    kind === 'rest' ? [] : [[kind, body] as const],
  )
  return { text, ...Object.fromEntries(named) }
}

/** The whole critique in order, cut into its parts and what stands between them; no word is lost. */
export function splitCritique(text: RichText): readonly CritiquePiece[] {
  const markdown = parseBlocks(text.markdown, { firstLine: text.line })
  const headings = findHeadings(markdown.tokens)
  const parts = [...findParts(headings)].sort(([, a], [, b]) => a.line - b.line)
  const starts = new Set(parts.map(([, { line }]) => line))
  const rules = findRules(markdown.tokens)
  const pieces: CritiquePiece[] = []
  let from = 0
  const push = (piece: Omit<CritiquePiece, 'body'>, body: RichText | undefined): void => {
    if (body !== undefined) pieces.push({ ...piece, body })
  }
  for (const [kind, heading] of parts) {
    push({ kind: 'rest' }, cutRichText(markdown, rules, from, heading.line))
    from = endOf(heading, headings, starts, markdown.lineStarts.length)
    const body = cutRichText(markdown, rules, heading.end, from)
    push(
      { kind, heading: heading.words },
      body && { ...body, markdown: body.markdown.slice(heading.skip).trimStart() },
    )
  }
  push({ kind: 'rest' }, cutRichText(markdown, rules, from, markdown.lineStarts.length))
  return pieces
}

function findHeadings(tokens: readonly MarkdownToken[]): Heading[] {
  return tokens.flatMap((token, index) => {
    if (token.level > 0 || token.map === null) return []
    const words = tokens[index + 1]?.content ?? ''
    const [line, end] = token.map
    if (token.type === 'heading_open')
      return [{ words, name: toSectionName(words), level: Number(token.tag.slice(1)), line, end, skip: 0 }]
    return token.type === 'paragraph_open' ? toBoldHeading(words, line) : []
  })
}

function toBoldHeading(words: string, line: number): Heading[] {
  const [bold = '', , label = ''] = /^(\*\*|__)([^*_\n]+)\1[ \t]*:?[ \t]*/.exec(words) ?? []
  const name = toSectionName(label)
  const next = words[bold.length]
  if (bold !== '' && (next === undefined || next === '\n'))
    return [{ words: label, name, level: boldLine, line, end: line + 1, skip: 0 }]
  const isLabel = bold.includes(':') && critiqueParts.some((part) => part.name.test(name))
  return isLabel ? [{ words: label, name, level: boldLine, line, end: line, skip: bold.length }] : []
}

function findParts(headings: readonly Heading[]): Map<CritiquePart, Heading> {
  const parts = new Map<CritiquePart, Heading>()
  for (const { name, part, closing } of critiqueParts) {
    if (parts.has(part)) continue
    const after = closing ? (parts.get('weaknesses')?.end ?? 0) : 0
    const heading = headings.find((candidate) => name.test(candidate.name) && candidate.line >= after)
    if (heading !== undefined) parts.set(part, heading)
  }
  return parts
}

function endOf(
  part: Heading,
  headings: readonly Heading[],
  starts: ReadonlySet<number>,
  last: number,
): number {
  const next = headings.find(({ line, level }) => {
    if (line <= part.line) return false
    // Bold lines under a bold heading are its sub-headings.
    return starts.has(line) || (part.level === boldLine ? level < boldLine : level <= part.level)
  })
  return next?.line ?? last
}
