import type { Archive, Neighbours } from './archive.ts'
import type { Digest } from './schema.ts'

/** The digests before and after one within its category; those without a category are one category. */
export function findNeighbours(archive: Archive, digest: Pick<Digest, 'slug' | 'category'>): Neighbours {
  const row = archive.digests.filter(({ category }) => category === digest.category)
  const place = row.findIndex(({ slug }) => slug === digest.slug)
  if (place === -1) return {}
  const newer = row[place - 1]
  const older = row[place + 1]
  return { ...(older && { older }), ...(newer && { newer }) }
}
