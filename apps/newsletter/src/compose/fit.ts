/** How much of a paper a mail shows, from most to least; what is left out is a link away. */
export const details = ['summary', 'abstract', 'lines', 'title', 'link'] as const

export type Detail = (typeof details)[number]

/** A paper's rendered bytes (UTF-8) in each detail. */
export type DetailSizes = Readonly<Record<Detail, number>>

/**
 * HTML above about 102,000 bytes is clipped by Gmail, unsubscribe link and all. 1,000 of our 100,000 are kept for
 * the recipient's own addresses, which take the place of short placeholders.
 */
export const htmlBudget = 99_000

/**
 * The detail of each paper within `budget` bytes, `most` or less. Every paper starts as a link, then all get a
 * title with its authors, then three lines, then abstracts, then summaries, those that come first in `order` (indexes of
 * papers) before the others. No paper is ever left out, so more links than fit, some 500, go over the budget.
 */
export function fit(
  papers: readonly DetailSizes[],
  order: readonly number[],
  budget: number,
  most: Detail = 'summary',
): readonly Detail[] {
  const chosen = new Map<number, Detail>()
  let left = budget - papers.reduce((sum, sizes) => sum + sizes.link, 0)
  // The last detail twice: a summary shorter than its abstract leaves room for one that was refused before.
  for (const detail of [...details.slice(details.indexOf(most)).toReversed(), most]) {
    for (const index of order) {
      const sizes = papers[index]
      if (sizes === undefined) continue
      const more = sizes[detail] - sizes[chosen.get(index) ?? 'link']
      if (more > left) continue
      chosen.set(index, detail)
      left -= more
    }
  }
  return papers.map((_, index) => chosen.get(index) ?? 'link')
}
