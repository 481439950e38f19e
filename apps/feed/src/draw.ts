import { Feed } from 'feed'
import type { DocumentLinks, FeedDocument } from './feed-document.ts'

// The `feed` library draws the structure: elements, their order, addresses, identities, namespaces. It writes
// titles as HTML, escapes `<` in no attribute, turns `&amp;` in a text into `&`, splits the first `]]>` only and
// lets control characters through; so it draws with slots where texts go, and `fill` puts them in. A slot is
// an address, because `feed` takes nothing else for a link.
const slot = (name: string) => `x-slot:${name}`
const slots = /(?:<!\[CDATA\[)?x-slot:([a-z]+)(?:\]\]>)?/

const texts = { title: slot('title'), description: slot('summary') }

/** What stands around the items, with slots `title` and `summary`. `feed` would stamp the clock itself. */
export const drawFrame = {
  rss: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).rss2(),
  atom: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).atom1(),
  json: (document: FeedDocument, links: DocumentLinks) => toFrame(document, links).json1(),
} as const

/**
 * A document with one item of slots: `title`, `summary`, `html`, `id`, `url`, `published` and `updated`. All items
 * are drawn alike, so one drawing serves them all.
 */
export function drawItem(): { readonly rss: string; readonly atom: string; readonly json: string } {
  const [published, updated] = [new Date('1970-01-01'), new Date('1970-01-02')]
  const feed = new Feed({ ...texts, updated })
  feed.addItem({
    ...texts,
    id: slot('id'),
    link: slot('url'),
    content: slot('html'),
    date: updated,
    published,
  })
  const withDates = (drawing: string) =>
    Object.entries({ published, updated }).reduce(
      (drawn, [name, date]) =>
        drawn.replaceAll(date.toUTCString(), slot(name)).replaceAll(date.toISOString(), slot(name)),
      drawing,
    )
  return { rss: withDates(feed.rss2()), atom: withDates(feed.atom1()), json: withDates(feed.json1()) }
}

/** A drawing cut at its slots: drawn, name of a slot, drawn, … The CDATA around a slot goes with it. */
export type Pattern = readonly string[]

/** Cuts a drawing at its slots. */
export function toPattern(drawing: string): Pattern {
  return drawing.split(slots)
}

/** A pattern with texts, already written for their place, in its slots. */
export function fill(pattern: Pattern, written: Readonly<Record<string, string>>): string {
  return pattern.map((part, index) => (index % 2 === 0 ? part : (written[part] ?? ''))).join('')
}

function toFrame(document: FeedDocument, { self }: DocumentLinks): Feed {
  return new Feed({
    ...texts,
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
