import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import { checkAtom } from './checks/check-atom.ts'
import { checkJsonFeed, readJsonFeed } from './checks/check-json-feed.ts'
import { checkRss } from './checks/check-rss.ts'
import { childrenOf, readXml, textOf } from './checks/read-xml.ts'
import type { FeedDocument } from './feed-document.ts'
import { feedDocument, feedItem } from './feed-item.fixture.ts'
import type { FeedItem } from './feed-item.ts'
import { formats } from './formats.ts'
import { toBytes } from './to-bytes.ts'
import { toXmlText } from './xml-text.ts'

const anyFeed = fc.tuple(feedDocument, fc.uniqueArray(feedItem, { selector: ({ id }) => id, maxLength: 3 }))

test('any document of any items is valid Atom, RSS and JSON Feed', () => {
  fc.assert(
    fc.property(anyFeed, ([document, items]) => {
      expect(checkAtom(write('atom.xml', document, items))).toEqual([])
      expect(checkRss(write('rss.xml', document, items))).toEqual([])
      expect(checkJsonFeed(write('feed.json', document, items))).toEqual([])
    }),
  )
})

test('the three formats say the same of an item, and say what the item says', () => {
  fc.assert(
    fc.property(anyFeed, ([document, items]) => {
      const said = items.map(toSaid)
      expect(readAtom(write('atom.xml', document, items))).toEqual(said)
      expect(readRss(write('rss.xml', document, items))).toEqual(said)
      expect(readJson(write('feed.json', document, items))).toEqual(said)
    }),
  )
})

test.each(['rss.xml', 'atom.xml', 'feed.json'] as const)('an item is the same bytes in any %s', (file) => {
  fc.assert(
    fc.property(anyFeed, ([document, items]) => {
      const whole = write(file, document, items)
      for (const item of items) expect(whole).toContain(formats[file].renderItem(item))
    }),
  )
})

/** What every format can say of an item. */
type Said = {
  readonly id: string
  readonly url: string
  readonly related: string | undefined
  readonly title: string
  readonly html: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly published: number
  readonly updated: number
}

function toSaid(item: FeedItem): Said {
  const { id, url, related, title, html, authors, topics, category, published, updated } = item
  return {
    ...{ id, url, related },
    title: toXmlText(title),
    html: toXmlText(html),
    authors: authors.map(({ name }) => toXmlText(name)),
    tags: [...(category ? [category.id] : []), ...topics].map(toXmlText),
    published: Date.parse(published),
    updated: Date.parse(updated),
  }
}

function write(file: keyof typeof formats, document: FeedDocument, items: readonly FeedItem[]): string {
  const { renderFrame, renderItem } = formats[file]
  const written = items.map((item) => ({ id: item.id, bytes: toBytes(renderItem(item)) }))
  return new TextDecoder().decode(assemble(renderFrame(document), written).bytes)
}

function readAtom(xml: string): Said[] {
  const atom = (local: string) => `{http://www.w3.org/2005/Atom}${local}`
  return childrenOf(readXml(xml), atom('entry')).map((entry) => ({
    id: textOf(entry, atom('id')) ?? '',
    url: childrenOf(entry, atom('link')).find(({ attributes }) => !attributes.rel)?.attributes.href ?? '',
    related: childrenOf(entry, atom('link')).find(({ attributes }) => attributes.rel === 'related')
      ?.attributes.href,
    title: textOf(entry, atom('title')) ?? '',
    html: textOf(entry, atom('content')) ?? '',
    authors: childrenOf(entry, atom('author')).map((author) => textOf(author, atom('name')) ?? ''),
    tags: childrenOf(entry, atom('category')).map(({ attributes }) => attributes.term ?? ''),
    published: Date.parse(textOf(entry, atom('published')) ?? ''),
    updated: Date.parse(textOf(entry, atom('updated')) ?? ''),
  }))
}

function readRss(xml: string): Said[] {
  const [channel] = readXml(xml).children
  if (channel === undefined) return []
  return childrenOf(channel, '{}item').map((item) => ({
    id: textOf(item, '{}guid') ?? '',
    url: textOf(item, '{}link') ?? '',
    related: childrenOf(item, '{http://www.w3.org/2005/Atom}link')[0]?.attributes.href,
    title: textOf(item, '{}title') ?? '',
    html: textOf(item, '{http://purl.org/rss/1.0/modules/content/}encoded') ?? '',
    authors: childrenOf(item, '{http://purl.org/dc/elements/1.1/}creator').map(({ text }) => text),
    tags: childrenOf(item, '{}category').map(({ text }) => text),
    published: Date.parse(textOf(item, '{}pubDate') ?? ''),
    updated: Date.parse(textOf(item, '{http://www.w3.org/2005/Atom}updated') ?? ''),
  }))
}

function readJson(json: string): Said[] {
  return readJsonFeed(json).items.map((item) => ({
    id: item.id,
    url: item.url ?? '',
    related: item.external_url,
    title: item.title ?? '',
    html: item.content_html ?? '',
    authors: (item.authors ?? []).map(({ name = '' }) => name),
    tags: item.tags ?? [],
    published: Date.parse(item.date_published ?? ''),
    updated: Date.parse(item.date_modified ?? ''),
  }))
}
