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

/** What a mark means to the reader of inlines. */
export const markMeanings: ReadonlyMap<string, { readonly opens?: Emphasis; readonly closes?: Emphasis }> =
  new Map([
    [marks.open.em, { opens: 'em' }],
    [marks.open.strong, { opens: 'strong' }],
    [marks.open.s, { opens: 's' }],
    [marks.close.em, { closes: 'em' }],
    [marks.close.strong, { closes: 'strong' }],
    [marks.close.s, { closes: 's' }],
    [marks.break, {}],
  ])

/** Text without any mark, for places that show text as it is, such as code. */
export function removeMarks(text: string): string {
  return /[\u{e0f0}-\u{e0f6}]/u.test(text) ? text.replace(/[\u{e0f0}-\u{e0f6}]/gu, '') : text
}
