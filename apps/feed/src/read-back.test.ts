import { readPublication } from '@broadsheet/view'
import { parseFeed as parseRowan } from '@rowanmanning/feed-parser'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { expect, test } from 'vitest'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { hostilePapers } from './hostile-papers.fixture.ts'
import { exampleDigest, publish } from './publication.fixture.ts'
import { type Reading, toReadings } from './readings.fixture.ts'

const publications = [
  ['content', await readPublication()],
  [
    'hostile text',
    publish([exampleDigest('2025-10-16', hostilePapers), exampleDigest('2025-10-17', hostilePapers)]),
  ],
] as const

type Read = (text: string) => Promise<readonly Partial<Reading>[]>

/** What each parser makes of a document; it says nothing of what it does not know. */
const readers: readonly (readonly [parser: string, file: string, read: Read])[] = [
  ['feedsmith', 'rss.xml', readRssWithFeedsmith],
  ['feedsmith', 'atom.xml', readAtomWithFeedsmith],
  ['feedsmith', 'feed.json', readJsonWithFeedsmith],
  ['rss-parser', 'rss.xml', readRssWithRssParser],
  ['rss-parser', 'atom.xml', readAtomWithRssParser],
  ['@rowanmanning/feed-parser', 'rss.xml', readWithRowan],
  ['@rowanmanning/feed-parser', 'atom.xml', readWithRowan],
]

const cases = publications.flatMap(([name, publication]) =>
  readers.map((reader) => [name, ...reader, publication] as const),
)

test.each(cases)('%s is read back by %s from every %s', async (_, __, file, read, publication) => {
  const readings = toReadings(publication)
  const documents = [...buildInMemory(publication)].filter(([path]) => path.endsWith(file))
  for (const [path, text] of documents) {
    const found = await read(text)
    if (!path.includes('archive/')) expect(found.length, path).toBeGreaterThan(0)
    for (const reading of found) {
      const { id = '' } = reading
      const expected = pick(readings.get(id), reading)
      expect(reading, `${id} in ${path}`).toEqual(read === readWithRowan ? decodeTwice(expected) : expected)
    }
  }
})

test('feedsmith reads the list of feeds, each at an address that was built', async () => {
  const [[, publication]] = publications
  const built = buildInMemory(publication)
  const { body } = parseOpml(built.get('feeds.opml') ?? '')
  const outlines = (body?.outlines ?? []).flatMap((outline) => [outline, ...(outline.outlines ?? [])])
  const paths = outlines.flatMap(({ xmlUrl }) => (xmlUrl ? [new URL(xmlUrl).pathname.slice(1)] : []))
  expect(paths.toSorted()).toEqual(
    [...built.keys()].filter((path) => /^(?!.*archive\/).*atom\.xml$/.test(path)).toSorted(),
  )
})

async function readRssWithFeedsmith(text: string) {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    html: item.content?.encoded ?? '',
    summary: decode(item.description ?? ''),
    authors: item.dc?.creators ?? [],
    tags: (item.categories ?? []).map(({ name }) => name ?? ''),
    related: item.atom?.links?.[0]?.href,
    published: Date.parse(item.pubDate ?? ''),
    updated: Date.parse(item.atom?.updated ?? ''),
  }))
}

async function readAtomWithFeedsmith(text: string) {
  const feed = parseAtomFeed(text)
  return (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: entry.title?.value ?? '',
    url: entry.links?.find(({ rel }) => rel === undefined)?.href ?? '',
    html: entry.content?.value ?? '',
    summary: entry.summary?.value ?? '',
    authors: (entry.authors ?? []).map(({ name }) => name ?? ''),
    tags: (entry.categories ?? []).map(({ term }) => term ?? ''),
    related: entry.links?.find(({ rel }) => rel === 'related')?.href,
    published: Date.parse(entry.published ?? ''),
    updated: Date.parse(entry.updated ?? ''),
  }))
}

async function readJsonWithFeedsmith(text: string) {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    html: item.content_html ?? '',
    summary: item.summary ?? '',
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    tags: item.tags ?? [],
    related: item.external_url,
    published: Number(item.date_published && new Date(item.date_published)),
    updated: Number(item.date_modified && new Date(item.date_modified)),
  }))
}

async function readRssWithRssParser(text: string) {
  const parser = new RssParser<object, { creators: string[]; encoded: string }>({
    customFields: {
      item: [
        ['dc:creator', 'creators', { keepArray: true }],
        ['content:encoded', 'encoded'],
      ],
    },
  })
  const { items } = await parser.parseString(text)
  return items.map((item) => ({
    id: item.guid ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    html: item.encoded,
    authors: item.creators,
    tags: item.categories ?? [],
    published: Date.parse(item.isoDate ?? ''),
  }))
}

async function readAtomWithRssParser(text: string) {
  const { items } = await new RssParser<object, { id: string }>().parseString(text)
  return items.map((item) => ({
    id: item.id,
    title: item.title ?? '',
    url: item.link ?? '',
    html: item.content ?? '',
    summary: item.summary ?? '',
    published: Date.parse(item.pubDate ?? ''),
  }))
}

async function readWithRowan(text: string) {
  return parseRowan(text).items.map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    html: item.content ?? '',
    authors: item.authors.map(({ name }) => name ?? ''),
    tags: item.categories.map(({ term }) => term),
    published: item.published?.getTime() ?? 0,
    updated: item.updated?.getTime() ?? 0,
  }))
}

// It decodes entities in the text of elements once more after its XML parser did, in CDATA and out of it.
function decodeTwice(expected: Partial<Reading>): Partial<Reading> {
  const { title = '', html = '' } = expected
  return { ...expected, title: decode(title), html: decode(html).trim() }
}

function decode(html: string): string {
  const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
  return html.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => marks[name] ?? '')
}

/** The part of what is expected that a parser speaks of. */
function pick(expected: Reading | undefined, reading: Partial<Reading>): Partial<Reading> {
  return Object.fromEntries(Object.entries(expected ?? {}).filter(([key]) => key in reading))
}
