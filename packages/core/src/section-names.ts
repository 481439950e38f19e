/** The sections of a paper. */
export const paperSections = {
  abstract: 'abstract',
  summary: 'summary',
  critique: 'critique',
} as const satisfies Record<string, string>

/** The `Label: value` lines under a paper's title. */
export const paperLabels = {
  authors: 'authors',
  author: 'authors',
  keywords: 'keywords',
  comments: 'comments',
  comment: 'comments',
  'paper link': 'link',
  'paper url': 'link',
  arxiv: 'link',
  'arxiv id': 'link',
  'arxiv link': 'link',
} as const satisfies Record<string, string>

export type CritiquePart = 'strengths' | 'weaknesses' | 'assessment'

/**
 * Headings inside a critique, best match first: the first of a part that stands in the text is that part.
 * A `closing` heading counts only after the weaknesses; at the start it retells the paper.
 */
export const critiqueParts: readonly { name: RegExp; part: CritiquePart; closing?: true }[] = [
  { name: /^(key |main |major )?strengths\b/, part: 'strengths' },
  { name: /^summary of strengths\b/, part: 'strengths' },
  { name: /^(key |main |major )?weaknesses\b/, part: 'weaknesses' },
  { name: /^(limitations|areas for improvement|summary of weaknesses)\b/, part: 'weaknesses' },
  { name: /^(overall|final) assessment\b/, part: 'assessment' },
  { name: /^(overall evaluation|verdict|recommendation)\b/, part: 'assessment' },
  { name: /^(conclusion|overall summary|summary|overall)$/, part: 'assessment', closing: true },
  { name: /^assessment\b/, part: 'assessment' },
]

/** What a section before the first paper is, by its name: `TL;DR` with or without words after it. */
export function findDigestSection(name: string): 'tldr' | 'overview' | undefined {
  if (/^tl;? ?dr\b/.test(name)) return 'tldr'
  return name === 'overview' ? 'overview' : undefined
}

/**
 * A heading in plain lower case, as the tables above name it: marks of emphasis, numbers before it,
 * symbols and the colon after it are gone. `**1. Strengths:**` is `strengths`.
 */
export function toSectionName(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[*_`#]/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s:.]+$/, '')
    .replace(/\s+/g, ' ')
}

/** The value of a table under a name, own keys only. */
export function findName<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
