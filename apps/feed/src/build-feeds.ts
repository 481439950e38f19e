import { listFeeds, type Publication, paths } from '@broadsheet/view'
import { buildAliasPages, copyToAliases } from './aliases.ts'
import type { Artifact } from './artifact.ts'
import { buildArchives } from './build-archives.ts'
import { buildCurrent } from './build-current.ts'
import { renderHeaders } from './render-headers.ts'
import { renderOpml } from './render-opml.ts'
import { renderRedirects } from './render-redirects.ts'
import { emptyShelf, type Place } from './shelf.ts'
import { toBytes } from './to-bytes.ts'

/**
 * Every file that this app puts below the output folder, one at a time. Items are rendered month by month into
 * the archive documents, and all other feeds quote them from there: memory holds one month, however many there
 * are. `read` gives bytes of a file that was taken before, so keep each before asking for the next.
 */
export function* buildFeeds(
  publication: Publication,
  read: (place: Place) => Uint8Array,
): Generator<Artifact> {
  const { config } = publication
  const feeds = listFeeds(publication)
  const shelf = emptyShelf()
  yield* buildArchives(publication, feeds, shelf)
  for (const feed of feeds) {
    for (const artifact of buildCurrent(publication, feed, shelf, read)) {
      yield artifact
      yield* copyToAliases(artifact)
    }
    if (feed.kind === 'digests') yield* buildAliasPages(config, feed)
  }
  yield { path: paths.opml, bytes: toBytes(renderOpml(config, feeds)) }
  yield { path: '_headers', bytes: toBytes(renderHeaders(config)) }
  yield { path: '_redirects', bytes: toBytes(renderRedirects(config)) }
}
