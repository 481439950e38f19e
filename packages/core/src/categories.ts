import type { Category } from './archive.ts'
import { compareText } from './compare-text.ts'
import type { Digest } from './schema.ts'

/** The arXiv categories in order of their names, from digests that come newest first. */
export function toCategories(
  newestFirst: readonly Digest[],
  paperKeys: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Category> {
  const ids = new Set(newestFirst.flatMap(({ category }) => category ?? []))
  const groups = Map.groupBy(newestFirst, ({ category }) => category)
  return new Map(
    [...ids].toSorted(compareText).map((id) => {
      const digests = (groups.get(id) ?? []).map(({ slug }) => slug)
      const papers = [...new Set(digests.flatMap((slug) => paperKeys.get(slug) ?? []))]
      return [id, { id, digests, papers }]
    }),
  )
}
