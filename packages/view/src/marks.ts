import type { Emphasis } from './block.ts'

/**
 * Private characters that carry emphasis and line breaks from TeX and HTML through the Markdown parser.
 * `*…*` cannot: next to punctuation it is no emphasis. `translateTex` takes them out of an author's text first.
 */
export const marks = {
  open: { em: '\u{e0f0}', strong: '\u{e0f1}', s: '\u{e0f2}' },
  close: { em: '\u{e0f3}', strong: '\u{e0f4}', s: '\u{e0f5}' },
  break: '\u{e0f6}',
} as const

/** What a mark means to the reader of inlines; neither is a line break. */
export type MarkMeaning = { readonly opens?: Emphasis; readonly closes?: Emphasis }

const anyMark = /[\ue0f0-\ue0f6]/

const meanings: ReadonlyMap<string, MarkMeaning> = new Map([
  [marks.open.em, { opens: 'em' }],
  [marks.open.strong, { opens: 'strong' }],
  [marks.open.s, { opens: 's' }],
  [marks.close.em, { closes: 'em' }],
  [marks.close.strong, { closes: 'strong' }],
  [marks.close.s, { closes: 's' }],
  [marks.break, {}],
])

/** Puts emphasis around Markdown. */
export function markEmphasis(markdown: string, emphasis: Emphasis): string {
  return `${marks.open[emphasis]}${markdown}${marks.close[emphasis]}`
}

/** A text cut at its marks; a piece that is a mark comes with its meaning. */
export function splitMarks(text: string): readonly { readonly text: string; readonly mark?: MarkMeaning }[] {
  if (!hasMarks(text)) return [{ text }]
  return text.split(/([\ue0f0-\ue0f6])/).map((piece) => {
    const mark = meanings.get(piece)
    return mark === undefined ? { text: piece } : { text: piece, mark }
  })
}

/** Whether a text holds any mark. */
export function hasMarks(text: string): boolean {
  return anyMark.test(text)
}

/** Text without any mark, for places that show text as it is, such as code. */
export function removeMarks(text: string): string {
  return hasMarks(text) ? text.replace(/[\ue0f0-\ue0f6]/g, '') : text
}
