import { joinTexts } from './join-sections.ts'
import type { RichText } from './schema.ts'

const quotation = /^(?:>.*(?:\n|$))+$/
const marks = [
  /^[\s>*_(]*(?:<span[^>]*>)?[*_\s]*(?:disclaimer|note|notice|please note)\b[*_]*\s*:/i,
  /^\s*<span\s+style/i,
  /^\W*(?:all|this|these|the|summaries|texts) (?:[\w'’-]+ ){0,5}(?:was|were|is|are) (?:\w+ ){0,2}(?:generated|written|produced|summari[sz]ed|drafted) (?:by|with|using) /i,
]
const longest = 800

/**
 * Tells the disclaimer, such as a note that a machine wrote the summaries, from the overview after it. Only
 * the first paragraph of a digest is one, and only when it says so, is a quotation or stands in a coloured
 * span; further paragraphs belong to it when they say so too.
 */
export function splitDisclaimer(head: RichText | undefined): { disclaimer?: RichText; text?: RichText } {
  let { disclaimer, text } = splitFirst(head, [...marks, quotation])
  while (disclaimer !== undefined && text !== undefined) {
    const next = splitFirst(text, marks)
    if (next.disclaimer === undefined) break
    disclaimer = joinTexts(disclaimer, next.disclaimer)
    text = next.text
  }
  return { ...(disclaimer && { disclaimer }), ...(text && { text }) }
}

function splitFirst(
  head: RichText | undefined,
  signs: readonly RegExp[],
): { disclaimer?: RichText; text?: RichText } {
  if (head === undefined) return {}
  const [first = '', gap = ''] = /^([\s\S]*?)(\n[ \t]*\n\s*|$(?![\s\S]))/.exec(head.markdown)?.slice(1) ?? []
  if (first.length > longest || !signs.some((sign) => sign.test(first))) return { text: head }
  const rest = head.markdown.slice(first.length + gap.length)
  const disclaimer = { markdown: first, line: head.line }
  if (rest === '') return { disclaimer }
  const skipped = (first + gap).split('\n').length - 1
  return { disclaimer, text: { markdown: rest, line: head.line + skipped } }
}
