import {
  type FeedFile,
  type FeedView,
  feedFormats,
  type Publication,
  paths,
  toDigestId,
  toPaperId,
} from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import { assemble } from './assemble.ts'
import { type FeedDocument, toFeedDocument } from './feed-document.ts'
import { formats } from './formats.ts'
import { newestUpdate } from './newest-update.ts'
import type { Place, Shelf } from './shelf.ts'
import { toBytes } from './to-bytes.ts'

/** Readers fetch a feed many times a day, and some refuse one of a megabyte. */
export const mostItems = 30
const mostBytes = 512 * 1024

// A publication without digests has no instant of its own, and Atom demands one.
const never = '1970-01-01T00:00:00Z'

/** The documents that readers subscribe to, in every format, with the same newest items of the shelf. */
export function* buildCurrent(
  publication: Publication,
  feed: FeedView,
  shelf: Shelf,
  read: (place: Place) => Uint8Array,
): Generator<Artifact> {
  const { config, archive } = publication
  const hasArchives = feed.kind === 'digests' || feed.kind === 'papers'
  const newestMonth = hasArchives ? archive.months[0]?.month : undefined
  const toDocument = (updated: string) => toFeedDocument(config, feed, updated, newestMonth)
  const toId = feed.kind === 'digests' ? toDigestId : toPaperId
  const ids = feed.keys.slice(0, mostItems).map((key) => toId(config, key))
  const held = ids.slice(0, countFitting(ids, shelf, toDocument(never)))
  const updated = newestUpdate(held.flatMap((id) => shelf['atom.xml'].get(id) ?? [])) ?? never
  for (const { file } of feedFormats) {
    const items = held
      .flatMap((id) => shelf[file].get(id) ?? [])
      .map((place) => ({ id: place.id, bytes: read(place) }))
    const { bytes } = assemble(formats[file].renderFrame(toDocument(updated)), items)
    yield { path: paths.feed(feed.list, file), bytes }
  }
}

/**
 * How many of these items fit into the size of a feed, in the format that takes most. One always does: a feed
 * of one long item serves better than an empty one. The document's instants are as long as any.
 */
function countFitting(ids: readonly string[], shelf: Shelf, document: FeedDocument): number {
  const counts = feedFormats.map(({ file }) => countInFormat(ids, shelf, file, document))
  return Math.max(1, Math.min(...counts))
}

function countInFormat(ids: readonly string[], shelf: Shelf, file: FeedFile, document: FeedDocument): number {
  const { head, separator, tail } = formats[file].renderFrame(document)
  let size = toBytes(head + tail).length
  const end = ids.findIndex((id) => {
    size += (shelf[file].get(id)?.length ?? 0) + separator.length
    return size > mostBytes
  })
  return end < 0 ? ids.length : end
}
