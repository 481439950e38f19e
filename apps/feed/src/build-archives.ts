import { type Config, type FeedView, feedFormats, type Publication, paths, toInstant } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import { assemble } from './assemble.ts'
import { toArchiveDocument } from './feed-document.ts'
import { formats } from './formats.ts'
import { type ChainedMonth, chainMonths } from './month-chain.ts'
import { toMonthItems } from './month-items.ts'
import { newestUpdate } from './newest-update.ts'
import type { Shelf } from './shelf.ts'
import type { WrittenItem } from './written-item.ts'

/**
 * The archive documents (RFC 5005) of the feeds of digests and of papers: all items, month by month. Notes on
 * the shelf where each item stands.
 */
export function* buildArchives(
  publication: Publication,
  feeds: readonly FeedView[],
  shelf: Shelf,
): Generator<Artifact> {
  for (const chained of chainMonths(publication.archive.months.map(({ month }) => month))) {
    const items = toMonthItems(publication, chained.month)
    for (const feed of feeds) {
      if (feed.kind !== 'digests' && feed.kind !== 'papers') continue
      yield* buildMonth(publication.config, feed, chained, items[feed.kind], shelf)
    }
  }
}

function* buildMonth(
  config: Config,
  feed: FeedView,
  chained: ChainedMonth,
  items: readonly WrittenItem[],
  shelf: Shelf,
): Generator<Artifact> {
  const begin = toInstant(`${chained.month}-01`, config.publishAt, config.timeZone)
  const document = toArchiveDocument(config, feed, newestUpdate(items) ?? begin, chained)
  const updates = new Map(items.map(({ id, updated }) => [id, updated]))
  for (const { file } of feedFormats) {
    const path = paths.feedArchive(feed.list, chained.month, file)
    const frame = formats[file].renderFrame(document)
    const { bytes, spans } = assemble(
      frame,
      items.map((item) => ({ id: item.id, bytes: item.bytes[file] })),
    )
    for (const span of spans)
      shelf[file].set(span.id, { ...span, path, updated: updates.get(span.id) ?? begin })
    yield { path, bytes }
  }
}
