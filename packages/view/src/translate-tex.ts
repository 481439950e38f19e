import { hasMarks, removeMarks } from './marks.ts'
import { translateInlineTex } from './translate-inline-tex.ts'

/**
 * TeX text commands, dashes and quotes, and HTML tags of plain formatting in Markdown, as Markdown with
 * private marks (`marks.ts`), before it is parsed. Code, math and addresses are left as they are; a dollar
 * that is money is escaped so that it stays one.
 */
export function translateTex(markdown: string): string {
  const source = hasMarks(markdown) ? removeMarks(markdown) : markdown
  if (!needsTranslation(source)) return source
  return splitChunks(source)
    .map(({ lines, code }) => {
      const text = lines.join('\n')
      return code || !needsTranslation(text) ? text : translateInlineTex(text)
    })
    .join('\n')
}

function needsTranslation(text: string): boolean {
  return /[\\~`$<]|--|:\/\//.test(text) || (text.includes('##') && /^[ \t]*#{2,6}\p{L}/mu.test(text))
}

/** Lines that one paragraph, item, row or heading is made of, or lines of code. */
type Chunk = { readonly lines: string[]; readonly code: boolean }

/** Cuts a text where Markdown begins a new block, so that nothing is paired across blocks. */
function splitChunks(source: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let fence: string | undefined
  let inList = false
  let afterBlank = true
  for (const line of source.split('\n')) {
    const opening = fenceStart.exec(line)?.[1]
    const blank = line.trim() === ''
    const indented: boolean = fence === undefined && !inList && afterBlank && /^(?: {4}|\t)/.test(line)
    const code: boolean = fence !== undefined || opening !== undefined || (indented && !blank)
    if (fence === undefined) fence = opening
    else if (isFenceEnd(line, fence)) fence = undefined
    const last = chunks.at(-1)
    const starts = blank || afterBlank || last === undefined || last.code !== code || blockStart.test(line)
    const afterHeading = /^ {0,3}#{1,6}\s/.test(last?.lines.at(-1) ?? '')
    if (starts || afterHeading) chunks.push({ lines: [line], code })
    else last.lines.push(line)
    if (listItem.test(line)) inList = true
    else if (afterBlank && !blank && /^\S/.test(line)) inList = false
    afterBlank = blank || (code && (indented || opening !== undefined))
  }
  return chunks
}

const fenceStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/
const listItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const blockStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|#{1,6}(?:[ \t]|$)|\|)/

function isFenceEnd(line: string, fence: string): boolean {
  const marker = line.replace(/^[ \t>]*/, '').trimEnd()
  return marker.length >= fence.length && marker === fence.charAt(0).repeat(marker.length)
}
