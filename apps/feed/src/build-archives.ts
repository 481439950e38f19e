import {
  type Config,
  type FeedView,
  feedFormats,
  type Note,
  type Publication,
  paths,
  toInstant,
  traceArchive,
  traceMap,
} from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import { assemble } from './assemble.ts'
import { toArchiveDocument } from './feed-document.ts'
import type { FeedGroup } from './feed-group.ts'
import { formats } from './formats.ts'
import { type ChainedMonth, chainMonths } from './month-chain.ts'
import { type MonthItems, toMonthItems } from './month-items.ts'
import { newestUpdate } from './newest-update.ts'
import { toSettledArchive } from './settled-archive.ts'
import { fillShelf, type Place, type Shelf } from './shelf.ts'
import type { WrittenItem } from './written-item.ts'

/**
 * The archive documents (RFC 5005) of the feeds of digests and of papers: all items, month by month. Each group notes
 * on the shelf where its items stand.
 */
export function* listArchives(
  publication: Publication,
  feeds: readonly FeedView[],
  shelf: Shelf,
): Generator<FeedGroup> {
  const { archive } = publication
  const settled = { ...publication, archive: toSettledArchive(archive) }
  const slugs = new Map(archive.months.map(({ month, digests }) => [month, digests]))
  for (const chained of chainMonths(slugs.keys())) {
    const ofMonth = slugs.get(chained.month) ?? []
    const places = { 'rss.xml': [], 'atom.xml': [], 'feed.json': [] } satisfies Places
    yield {
      name: `month ${chained.month}`,
      inputs: JSON.stringify([chained, ofMonth]),
      *build(note) {
        const items = toMonthItems(tracePublication(settled, note), ofMonth)
        yield* buildMonth(publication.config, feeds, chained, items, places)
        fillShelf(shelf, places)
      },
      memory: { take: () => places, restore: (kept) => fillShelf(shelf, kept) },
    }
  }
}

type Places = Readonly<Record<keyof Shelf, Place[]>>

function tracePublication(publication: Publication, note: Note): Publication {
  return {
    ...publication,
    archive: traceArchive(publication.archive, note),
    revisions: traceMap('revisions', publication.revisions, note),
  }
}

function* buildMonth(
  config: Config,
  feeds: readonly FeedView[],
  chained: ChainedMonth,
  items: MonthItems,
  places: Places,
): Generator<Artifact> {
  for (const feed of feeds) {
    if (feed.kind !== 'digests' && feed.kind !== 'papers') continue
    yield* buildDocuments(config, feed, chained, items[feed.kind], places)
  }
}

function* buildDocuments(
  config: Config,
  feed: FeedView,
  chained: ChainedMonth,
  items: readonly WrittenItem[],
  places: Places,
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
    for (const span of spans) places[file].push({ ...span, path, updated: updates.get(span.id) ?? begin })
    yield { path, bytes }
  }
}
