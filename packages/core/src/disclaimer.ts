import type { RichText } from './schema.ts'

const marks = [
  /^[\s>*_(]*(?:<span[^>]*>)?[*_\s]*(?:disclaimer|note|notice|please note)\b[*_]*\s*:/i,
  /^\s*<span\s+style/i,
  /^(?:>.*(?:\n|$))+$/,
  /^\W*(?:all|this|these|the|summaries|texts) (?:[\w'’-]+ ){0,5}(?:was|were|is|are) (?:\w+ ){0,2}(?:generated|written|produced|summari[sz]ed|drafted) (?:by|with|using) /i,
]
const longest = 800

/**
 * Tells the disclaimer, such as a note that a machine wrote the summaries, from the overview after it. Only
 * the first paragraph of a digest is one, and only when it says so, is a quotation or stands in a coloured span.
 */
export function splitDisclaimer(head: RichText | undefined): { disclaimer?: RichText; text?: RichText } {
  if (head === undefined) return {}
  const [first = '', gap = ''] = /^([\s\S]*?)(\n[ \t]*\n\s*|$(?![\s\S]))/.exec(head.markdown)?.slice(1) ?? []
  if (first.length > longest || !marks.some((mark) => mark.test(first))) return { text: head }
  const rest = head.markdown.slice(first.length + gap.length)
  const disclaimer = { markdown: first, line: head.line }
  if (rest === '') return { disclaimer }
  const skipped = (first + gap).split('\n').length - 1
  return { disclaimer, text: { markdown: rest, line: head.line + skipped } }
}
