import { type Publication, toDigestView } from '@broadsheet/view'
import { toDigestItem } from './digest-item.ts'
import type { FeedItem } from './feed-item.ts'
import { toPaperItem } from './paper-item.ts'
import { toXmlText } from './xml-text.ts'

/** What a parser should say of an item; instants in milliseconds. */
export type Reading = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly html: string
  readonly summary: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly related: string | undefined
  readonly published: number
  readonly updated: number
}

/** What every parser should say of every item of a publication, by tag URI. */
export function toReadings(publication: Publication): ReadonlyMap<string, Reading> {
  const { archive, config } = publication
  const items = archive.digests.toReversed().flatMap((digest) => {
    const view = toDigestView(digest, { channel: 'feed', ...publication })
    const papers = view.papers.map((paper) => toPaperItem(paper, view))
    return [toDigestItem(view, config.publisher), ...papers]
  })
  // A paper that stands in two digests is shown as in the older one.
  return new Map(items.toReversed().map((item) => [item.id, toReading(item)]))
}

function toReading(item: FeedItem): Reading {
  const { id, title, url, html, summary, authors, category, topics, related } = item
  return {
    ...{ id, url, related },
    title: toXmlText(title),
    html: toXmlText(html),
    summary: toXmlText(summary),
    authors: authors.map(({ name }) => name),
    tags: [...(category ? [category.id] : []), ...topics],
    published: Date.parse(item.published),
    updated: Date.parse(item.updated),
  }
}
