import type { Archive } from '@broadsheet/core'
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
import { toFeedDocument } from './feed-document.ts'
import { formats } from './formats.ts'
import type { Frame } from './frame.ts'
import { newestUpdate } from './newest-update.ts'
import type { Place, Shelf } from './shelf.ts'
import { toBytes } from './to-bytes.ts'

/** Readers fetch a feed many times a day, and some refuse one of a megabyte. */
export const mostItems = 30
const mostBytes = 512 * 1024

// A publication without digests has no instant of its own, and Atom demands one.
const never = '1970-01-01T00:00:00Z'

type Frames = Readonly<Record<FeedFile, Frame>>

/** The documents that readers subscribe to, in every format, with the same newest items of the shelf. */
export function* buildCurrent(
  publication: Publication,
  feed: FeedView,
  shelf: Shelf,
  read: (place: Place) => Uint8Array,
): Generator<Artifact> {
  const ids = listHeld(publication, feed)
  const drafts = toFrames(publication, feed, ids, shelf)
  const held = ids.slice(0, countFitting(ids, shelf, drafts))
  const frames = held.length === ids.length ? drafts : toFrames(publication, feed, held, shelf)
  for (const { file } of feedFormats) {
    const places = held.flatMap((id) => shelf[file].get(id) ?? [])
    const items = places.map((place) => ({ id: place.id, bytes: read(place) }))
    yield { path: paths.feed(feed.list, file), bytes: assemble(frames[file], items).bytes }
  }
}

/** The tag URIs of the items that a feed holds if they are not too large. */
export function listHeld({ config }: Publication, feed: FeedView): readonly string[] {
  const toId = feed.kind === 'digests' ? toDigestId : toPaperId
  return feed.keys.slice(0, mostItems).map((key) => toId(config, key))
}

/** The newest month whose archive documents a feed names: those of digests and of papers alone have any. */
export function findArchivedMonth({ months }: Archive, { kind }: FeedView): string | undefined {
  return kind === 'digests' || kind === 'papers' ? months[0]?.month : undefined
}

/** What stands around these items. Its date is theirs, and as long as any. */
function toFrames(
  { config, archive }: Publication,
  feed: FeedView,
  ids: readonly string[],
  shelf: Shelf,
): Frames {
  const updated = newestUpdate(ids.flatMap((id) => shelf['atom.xml'].get(id) ?? [])) ?? never
  const document = toFeedDocument(config, feed, updated, findArchivedMonth(archive, feed))
  return {
    'rss.xml': formats['rss.xml'].renderFrame(document),
    'atom.xml': formats['atom.xml'].renderFrame(document),
    'feed.json': formats['feed.json'].renderFrame(document),
  }
}

/**
 * How many of these items fit into the size of a feed, in the format that takes most. One always does: a feed
 * of one long item serves better than an empty one.
 */
function countFitting(ids: readonly string[], shelf: Shelf, frames: Frames): number {
  const counts = feedFormats.map(({ file }) => countInFormat(ids, shelf, file, frames[file]))
  return Math.max(1, Math.min(...counts))
}

function countInFormat(ids: readonly string[], shelf: Shelf, file: FeedFile, frame: Frame): number {
  let size = toBytes(frame.head + frame.tail).length
  const end = ids.findIndex((id) => {
    size += (shelf[file].get(id)?.length ?? 0) + frame.separator.length
    return size > mostBytes
  })
  return end < 0 ? ids.length : end
}
