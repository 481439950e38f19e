import {
  type Facts,
  type FeedView,
  feedFormats,
  listFeeds,
  type Publication,
  paths,
  toArchiveTables,
  toFacts,
  toTable,
} from '@broadsheet/view'
import { buildAliasPages, copyToAliases } from './aliases.ts'
import type { Artifact } from './artifact.ts'
import { listArchives } from './build-archives.ts'
import { buildCurrent, findArchivedMonth, listHeld } from './build-current.ts'
import type { FeedGroup } from './feed-group.ts'
import { renderHeaders } from './render-headers.ts'
import { renderOpml } from './render-opml.ts'
import { renderRedirects } from './render-redirects.ts'
import { toSettledArchive } from './settled-archive.ts'
import { emptyShelf, type Place, type Shelf } from './shelf.ts'
import { toBytes } from './to-bytes.ts'

type Read = (place: Place) => Uint8Array

/**
 * Every file that this app puts below the output folder, one at a time. Items are rendered month by month into
 * the archive documents, and all other feeds quote them from there: memory holds one month, however many there
 * are. `read` gives bytes of a file that was taken before, so keep each before asking for the next.
 */
export function* buildFeeds(publication: Publication, read: Read): Generator<Artifact> {
  for (const group of listFeedGroups(publication, read)) yield* group.build(() => undefined)
}

/** The same files in groups. Each group must be made, or restored, before the next one is asked for. */
export function* listFeedGroups(publication: Publication, read: Read): Generator<FeedGroup> {
  const feeds = listFeeds(publication)
  const shelf = emptyShelf()
  yield* listArchives(publication, feeds, shelf)
  for (const feed of feeds) yield toCurrentGroup(publication, feed, shelf, read)
  yield { name: 'all', build: () => buildIndexes(publication, feeds) }
}

/** What the entries say that items are made of. */
export function toFeedFacts({ archive, revisions }: Publication): Facts {
  return toFacts({ ...toArchiveTables(toSettledArchive(archive)), revisions: toTable(revisions) })
}

/** A feed follows from what it says of itself and from the items that it quotes. */
function toCurrentGroup(publication: Publication, feed: FeedView, shelf: Shelf, read: Read): FeedGroup {
  const { keys: _, ...facts } = feed
  const held = listHeld(publication, feed)
  const items = feedFormats.flatMap(({ file }) => held.map((id) => toItemFacts(shelf[file].get(id))))
  return {
    name: `feed ${feed.list}`,
    inputs: JSON.stringify([facts, findArchivedMonth(publication.archive, feed), items]),
    *build() {
      for (const artifact of buildCurrent(publication, feed, shelf, read)) {
        yield artifact
        yield* copyToAliases(artifact)
      }
      if (feed.kind === 'digests') yield* buildAliasPages(publication.config, feed)
    },
  }
}

/** Not where it stands: that moves with others of its month. */
function toItemFacts(place: Place | undefined): readonly unknown[] {
  return [place?.id, place?.hash, place?.updated]
}

function* buildIndexes({ config }: Publication, feeds: readonly FeedView[]): Generator<Artifact> {
  yield { path: paths.opml, bytes: toBytes(renderOpml(config, feeds)) }
  yield { path: '_headers', bytes: toBytes(renderHeaders(config)) }
  yield { path: '_redirects', bytes: toBytes(renderRedirects(config)) }
}
