import { Feed } from 'feed'
import type { DocumentLinks, FeedDocument } from './feed-document.ts'
import type { FeedItem } from './feed-item.ts'

// The `feed` library draws the structure: elements, addresses, identities, dates. It writes titles as HTML,
// escapes `<` in no attribute, turns `&amp;` in a text into `&`, splits the first `]]>` only and lets control
// characters through; so it gets slots for texts, which `fill` fills. Slots hold private-use
// characters, which no address can.
const slot = (name: string) => `\ue000${name}\ue001`

const placeholder = { title: slot('title'), link: 'https://localhost/', description: slot('summary') }

/** What stands around the items, with slots `title` and `summary`. It stamps the clock without `updated`. */
export const drawFrame = {
  rss: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).rss2(),
  atom: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).atom1(),
  json: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).json1(),
} as const

/** A document with one item, with slots `title`, `summary` and `html`. */
export const drawItem = {
  rss: (item: FeedItem) => withItem(item).rss2(),
  atom: (item: FeedItem) => withItem(item).atom1(),
  json: (item: FeedItem) => withItem(item).json1(),
} as const

/** Puts texts, already written for their place, into the slots of a drawing. */
export function fill(drawing: string, texts: Readonly<Record<string, string>>): string {
  return drawing.replace(/\ue000(\w+)\ue001/g, (_, name: string) => texts[name] ?? '')
}

function toFrame(document: FeedDocument, { self }: DocumentLinks): Feed {
  return new Feed({
    ...placeholder,
    id: document.id,
    link: document.home,
    feed: self,
    feedLinks: { json: self },
    language: document.language,
    updated: new Date(document.updated),
    generator: 'Broadsheet',
    docs: 'https://www.rssboard.org/rss-specification',
    ...(document.hub && { hub: document.hub }),
  })
}

function withItem(item: FeedItem): Feed {
  const feed = new Feed({ ...placeholder, updated: new Date(item.updated) })
  feed.addItem({
    ...placeholder,
    id: item.id,
    link: item.url,
    content: slot('html'),
    date: new Date(item.updated),
    published: new Date(item.published),
  })
  return feed
}
