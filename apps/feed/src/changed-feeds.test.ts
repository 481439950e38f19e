import { toPaperId } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { listChangedFeeds } from './changed-feeds.ts'
import { exampleDigest, publish } from './publication.fixture.ts'

const papers = (month: string, keywords: string) =>
  [1, 2, 3].map((number) => ({ id: `${month}.0000${number}`, keywords, authors: `Ada ${month}${number}` }))
const digests = [
  exampleDigest('2025-10-16', papers('2510', 'Parsing')),
  exampleDigest('2025-11-03', papers('2511', 'Routing')),
]
const publication = publish(digests)

const lists = (urls: readonly string[]) =>
  urls.filter((url) => url.endsWith('rss.xml')).map((url) => new URL(url).pathname)

test('the feeds that hold the newest digest or its papers have changed, in every format', () => {
  const urls = listChangedFeeds(publication)
  expect(lists(urls)).toEqual([
    '/rss.xml',
    '/papers/rss.xml',
    '/categories/cs.CL/rss.xml',
    '/topics/routing/rss.xml',
  ])
  expect(urls).toHaveLength(12)
})

test('a revision of an old paper since then has changed its feeds too', () => {
  const revisions = new Map([[toPaperId(publication.config, '2510.00002'), '2025-11-04T00:00:00Z']])
  expect(lists(listChangedFeeds({ ...publication, revisions }))).toContain('/topics/parsing/rss.xml')
})

test('since another day, other feeds have changed', () => {
  expect(lists(listChangedFeeds(publication, '2025-10-01T00:00:00Z'))).toContain('/topics/parsing/rss.xml')
  expect(listChangedFeeds(publication, '2025-12-01T00:00:00Z')).toEqual([])
  expect(listChangedFeeds(publish([]))).toEqual([])
})
