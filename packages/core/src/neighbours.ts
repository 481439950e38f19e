import type { Neighbours } from './archive.ts'
import type { Digest } from './schema.ts'

/** The slugs of the digests before and after each one within its category; those without a category are one category. */
export function toNeighbours(newestFirst: readonly Digest[]): ReadonlyMap<string, Neighbours> {
  const rows = [...Map.groupBy(newestFirst, ({ category }) => category).values()]
  return new Map(
    rows.flatMap((row) => row.map((digest, place) => [digest.slug, toPair(row, place)] as const)),
  )
}

function toPair(row: readonly Digest[], place: number): Neighbours {
  const newer = row[place - 1]?.slug
  const older = row[place + 1]?.slug
  return { ...(older !== undefined && { older }), ...(newer !== undefined && { newer }) }
}
