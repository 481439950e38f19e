import { parseInline } from '@broadsheet/core'
import type { Inline } from '../block.ts'
import { spaceAfterColon } from '../colon-space.ts'
import { toMathWords } from '../math-words.ts'
import { readInlines } from '../read-inlines.ts'
import { renderInlineText } from '../text.ts'
import { translateTex } from '../translate-tex.ts'

/** A piece of a title: words, or math as TeX without its dollars. */
export type TitlePart = { readonly text: string } | { readonly tex: string }

/** A title as its words and its math, in order; emphasis and links leave their words. */
export function toTitleParts(markdown: string): readonly TitlePart[] {
  const source = translateTex(spaceAfterColon(markdown).replace(/\s+/g, ' ').trim())
  return toParts(readInlines(parseInline(source), noLinks))
}

/** The same title as plain text, math in Unicode. */
export function formatTitle(parts: readonly TitlePart[]): string {
  const words = parts.map((part) => ('tex' in part ? toMathWords(part.tex) : part.text))
  return words.join('').replace(/\s+/g, ' ').trim()
}

const noLinks = { resolve: () => undefined, isKnownId: () => false }

function toParts(inlines: readonly Inline[]): readonly TitlePart[] {
  return inlines.flatMap((inline): readonly TitlePart[] => {
    if (inline.kind === 'math') return [{ tex: inline.tex }]
    return 'children' in inline ? toParts(inline.children) : [{ text: renderInlineText([inline]) }]
  })
}
