import { type Publication, readPublication } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { listFeedGroups } from './build-feeds.ts'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { checkAtom } from './checks/check-atom.ts'
import { checkContent } from './checks/check-content.ts'
import { checkJsonFeed, readJsonFeed } from './checks/check-json-feed.ts'
import { checkRss } from './checks/check-rss.ts'
import { hostilePapers } from './hostile-papers.fixture.ts'
import { type ExamplePaper, exampleDigest, publish } from './publication.fixture.ts'

const checks = { 'rss.xml': checkRss, 'atom.xml': checkAtom, 'feed.json': checkJsonFeed }

const paper = (number: number): ExamplePaper => ({ id: `2510.${String(number).padStart(5, '0')}` })

const publications = [
  ['content', await readPublication()],
  ['hostile text', publish([exampleDigest('2025-10-16', hostilePapers)])],
  ['no digest at all', publish([])],
] as const

test.each(publications)(
  'every feed of %s is valid, and its content keeps to what readers keep',
  (_, publication) => {
    const found = [...buildInMemory(publication)].flatMap(([path, text]) =>
      Object.entries(checks)
        .filter(([file]) => path.endsWith(file))
        .flatMap(([file, check]) => [...check(text), ...(file === 'feed.json' ? checkItems(text) : [])])
        .map((words) => `${path}: ${words}`),
    )
    expect(found).toEqual([])
  },
)

test('the newest 30 items stand in a feed, newest first', () => {
  const papers = Array.from({ length: 20 }, (_, index) => paper(index))
  const more = Array.from({ length: 20 }, (_, index) => paper(100 + index))
  const built = buildInMemory(
    publish([exampleDigest('2025-10-16', papers), exampleDigest('2025-10-17', more)]),
  )
  const ids = readItems(built, 'papers/feed.json').map(({ id }) => id.split('/').at(-1))
  expect(ids).toEqual([...more, ...papers].slice(0, 30).map(({ id }) => id))
})

test('a feed stays below 512 KB in every format, and holds one item however long', () => {
  const long = (number: number, size: number) => ({ ...paper(number), summary: 'word & '.repeat(size / 7) })
  const digests = [
    exampleDigest('2025-10-15', [long(1, 150_000)]),
    exampleDigest('2025-10-16', [long(2, 150_000)]),
    exampleDigest('2025-10-17', [long(3, 150_000)]),
    exampleDigest('2025-10-18', [long(4, 150_000)]),
  ]
  const built = buildInMemory(publish(digests))
  const sizes = ['rss.xml', 'atom.xml', 'feed.json'].map((file) => Buffer.byteLength(built.get(file) ?? ''))
  expect(Math.max(...sizes)).toBeLessThan(512 * 1024)
  expect(readItems(built, 'feed.json')).toHaveLength(2)
  const one = buildInMemory(publish([...digests, exampleDigest('2025-10-19', [long(5, 700_000)])]))
  expect(readItems(one, 'feed.json')).toHaveLength(1)
})

test('topics and authors have feeds from three papers on, or when the configuration names them', () => {
  const papers = [1, 2, 3].map((number) => ({
    ...paper(number),
    authors: 'Grace Hopper',
    keywords: 'Parsing',
  }))
  const single = { ...paper(4), authors: 'Ada Lovelace', keywords: 'Engines' }
  const digests = [exampleDigest('2025-10-16', [...papers, single])]
  const feedsOf = (publication: ReturnType<typeof publish>) =>
    [...buildInMemory(publication).keys()].filter((path) => /^(topics|authors).*rss/.test(path)).sort()
  expect(feedsOf(publish(digests))).toEqual(['authors/grace-hopper/rss.xml', 'topics/parsing/rss.xml'])
  const named = {
    authority: 'broadsheet.example',
    year: 2025,
    topics: ['engines'],
    authors: ['ada  lovelace'],
  }
  expect(feedsOf(publish(digests, { feed: named }))).toEqual([
    'authors/ada-lovelace/rss.xml',
    'authors/grace-hopper/rss.xml',
    'topics/engines/rss.xml',
    'topics/parsing/rss.xml',
  ])
})

test('copies of the feed stand where readers try, with its own address in them', () => {
  const built = buildInMemory(publish([exampleDigest('2025-10-16', [paper(1)])]))
  expect(built.get('index.xml')).toBe(built.get('rss.xml'))
  expect(built.get('feed.xml')).toBe(built.get('rss.xml'))
  expect(built.get('rss/index.html')).toContain('type="application/feed+json"')
})

test('a configured hub is named in every format, archives too', () => {
  const built = buildInMemory(publish([exampleDigest('2025-10-16', [paper(1)])]))
  for (const folder of ['', 'papers/', 'archive/2025-10/']) {
    expect(built.get(`${folder}rss.xml`)).toContain('<atom:link href="https://hub.example/" rel="hub"/>')
    expect(built.get(`${folder}atom.xml`)).toContain('<link rel="hub" href="https://hub.example/"/>')
    expect(built.get(`${folder}feed.json`)).toMatch(/"type": "WebSub",\s+"url": "https:\/\/hub.example\/"/)
  }
})

test('a month that is over has the same documents after later digests came', () => {
  const cited = 'Compare https://arxiv.org/abs/2510.00002 and https://arxiv.org/abs/2510.00009.'
  const october = exampleDigest('2025-10-16', [{ ...paper(1), keywords: 'Rl', summary: cited }])
  const again = { keywords: 'RL', authors: 'Gräce Hopper' }
  const later = [
    exampleDigest('2025-11-03', [
      { ...paper(1), ...again },
      { ...paper(2), ...again },
    ]),
    exampleDigest('2026-02-03', [{ ...paper(3), ...again }]),
  ]
  const [before, after] = [publish([october]), publish([october, ...later])].map(buildInMemory)
  const paths = [...(before?.keys() ?? [])].filter((path) => path.includes('archive/2025-10/'))
  expect(paths).toHaveLength(6)
  for (const path of paths) expect(after?.get(path), path).toBe(before?.get(path))
})

test('a month that begins changes the feeds that name its archive, and no other', () => {
  const toInputs = (publication: Publication) => {
    const groups = [...listFeedGroups(publication, () => new Uint8Array())]
    return new Map(
      groups.filter(({ name }) => name.startsWith('feed ')).map(({ name, inputs }) => [name, inputs]),
    )
  }
  const [, publication] = publications[0]
  const { archive } = publication
  const months = [{ month: '2099-01', digests: [] }, ...archive.months]
  const before = toInputs(publication)
  const after = toInputs({ ...publication, archive: { ...archive, months } })
  const changed = [...before].filter(([name, inputs]) => after.get(name) !== inputs).map(([name]) => name)
  expect(before.size).toBeGreaterThan(2)
  expect(changed).toEqual(['feed ', 'feed papers/'])
})

test('a build does not depend on the time zone it runs in', () => {
  const zone = process.env.TZ
  const inZone = (name: string) => {
    process.env.TZ = name
    return [...buildInMemory(publish([exampleDigest('2025-10-16', hostilePapers)]))]
  }
  expect(inZone('Pacific/Kiritimati')).toEqual(inZone('America/Los_Angeles'))
  process.env.TZ = zone
})

function checkItems(json: string): string[] {
  return readJsonFeed(json).items.flatMap((item) => checkContent(item.content_html ?? ''))
}

function readItems(built: ReadonlyMap<string, string>, path: string) {
  return readJsonFeed(built.get(path) ?? '').items
}
