import type { Archive, Neighbours } from './archive.ts'
import type { Digest } from './schema.ts'

const known = new WeakMap<Archive, ReadonlyMap<string, Neighbours>>()

/** The digests before and after one within its category; those without a category are one category. */
export function findNeighbours(archive: Archive, { slug }: Pick<Digest, 'slug'>): Neighbours {
  const neighbours = known.get(archive) ?? toNeighbours(archive.digests)
  known.set(archive, neighbours)
  return neighbours.get(slug) ?? {}
}

function toNeighbours(newestFirst: readonly Digest[]): ReadonlyMap<string, Neighbours> {
  const rows = [...Map.groupBy(newestFirst, ({ category }) => category).values()]
  return new Map(
    rows.flatMap((row) => row.map((digest, place) => [digest.slug, toPair(row, place)] as const)),
  )
}

function toPair(row: readonly Digest[], place: number): Neighbours {
  const newer = row[place - 1]
  const older = row[place + 1]
  return { ...(older && { older }), ...(newer && { newer }) }
}
