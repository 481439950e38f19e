import { toDigestId, toPaperId } from '@broadsheet/view'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { exampleDigest, publish } from './publication.fixture.ts'

const day = (date: string) =>
  exampleDigest(
    date,
    [0, 1, 2, 3].map((number) => ({
      id: `${date.slice(2, 4)}${date.slice(5, 7)}.${date.slice(8)}00${number}`,
    })),
  )
const dates = [
  '2024-12-30',
  '2025-02-03',
  '2025-02-04',
  '2025-09-30',
  '2025-10-01',
  '2025-10-02',
  '2025-10-03',
  '2025-10-06',
  '2025-10-07',
]
const publication = publish(dates.map(day))
const built = buildInMemory(publication)

/** A document as a reader that knows RFC 5005 takes it: its items and where the older ones are. */
type Page = {
  readonly items: readonly { readonly id: string; readonly updated: string }[]
  readonly older: string | undefined
}

const pages: Readonly<Record<string, (text: string) => Page>> = {
  'rss.xml': (text) => {
    const { items = [], atom } = parseRssFeed(text)
    return {
      items: items.map(({ guid, atom: own }) => ({ id: guid?.value ?? '', updated: own?.updated ?? '' })),
      older: atom?.links?.find(({ rel }) => rel === 'prev-archive')?.href,
    }
  },
  'atom.xml': (text) => {
    const { entries = [], links = [] } = parseAtomFeed(text)
    return {
      items: entries.map(({ id = '', updated = '' }) => ({ id, updated })),
      older: links.find(({ rel }) => rel === 'prev-archive')?.href,
    }
  },
  'feed.json': (text) => {
    const { items = [], next_url: older } = parseJsonFeed(text)
    return { items: items.map(({ id = '', date_modified: updated = '' }) => ({ id, updated })), older }
  },
}

test.each(Object.keys(pages))('following %s from the newest on reaches every item', (file) => {
  const digests = publication.archive.digests.map(({ slug }) => toDigestId(publication.config, slug))
  const papers = [...publication.archive.papers.keys()].map((key) => toPaperId(publication.config, key))
  expect([...merge(follow(file, file))].map(([id]) => id).toSorted()).toEqual(digests.toSorted())
  expect([...merge(follow(file, `papers/${file}`))].map(([id]) => id).toSorted()).toEqual(papers.toSorted())
})

test('merged by id, the newest revision of an item wins', () => {
  const id = toPaperId(publication.config, '2412.30000')
  const revised = buildInMemory({ ...publication, revisions: new Map([[id, '2025-12-01T00:00:00Z']]) })
  const old = follow('atom.xml', 'papers/atom.xml')
  const current = follow('atom.xml', 'papers/atom.xml', revised)
  for (const order of [
    [...old, ...current],
    [...current, ...old],
  ])
    expect(merge(order).get(id)).toBe(Date.parse('2025-12-01T00:00:00Z'))
})

test('each archive document leads back to the newer one and to the current feed', () => {
  const links = (path: string) =>
    Object.fromEntries((parseAtomFeed(built.get(path) ?? '').links ?? []).map(({ rel, href }) => [rel, href]))
  const base = 'https://broadsheet.example'
  expect(links('archive/2025-02/atom.xml')).toEqual({
    alternate: `${base}/`,
    self: `${base}/archive/2025-02/atom.xml`,
    hub: 'https://hub.example/',
    current: `${base}/atom.xml`,
    'prev-archive': `${base}/archive/2025-01/atom.xml`,
    'next-archive': `${base}/archive/2025-03/atom.xml`,
  })
})

function follow(file: string, start: string, from = built): readonly Page[] {
  const read = pages[file]
  const page = read?.(from.get(start) ?? '')
  if (page === undefined) return []
  const next = page.older && new URL(page.older).pathname.slice(1)
  return next ? [page, ...follow(file, next, from)] : [page]
}

function merge(all: readonly Page[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>()
  for (const { id, updated } of all.flatMap(({ items }) => items)) {
    newest.set(id, Math.max(newest.get(id) ?? 0, Date.parse(updated)))
  }
  return newest
}
