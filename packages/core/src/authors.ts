import { toAuthorKey } from './author-key.ts'
import { type NameIndex, toNameIndex } from './name-index.ts'
import type { PaperAppearances } from './paper-appearances.ts'

/** The authors of papers in order of time; a person is one normalised name. */
export function toAuthors(
  papers: readonly PaperAppearances[],
  ranks: ReadonlyMap<string, number>,
): NameIndex {
  const mentions = papers.flatMap(({ key: paper, paper: { authors } }) =>
    authors.map((spelling) => ({ key: toAuthorKey(spelling), spelling, paper })),
  )
  return toNameIndex(mentions, { ranks })
}
