import { expect, test } from 'vitest'
import { examplePaper, otherPaper, toExampleDigest, twoDays } from './examples.fixture.ts'
import { listFeeds, listUnknownFeeds } from './feed-list.ts'
import { makeArchive, makeConfig } from './publication.fixture.ts'

const thirdPaper = otherPaper
  .replace('# A Planner', '# Another Planner')
  .replaceAll('2510.14406', '2510.19999')
const files = { 'digests/0.md': toExampleDigest('2025-10-16', [examplePaper, otherPaper, thirdPaper]) }
const publication = { config: makeConfig(), archive: makeArchive(files) }

const listed = (feeds: ReturnType<typeof listFeeds>) => feeds.map(({ list }) => list)

test('digests and papers come first, then categories, topics and authors of three papers', () => {
  expect(listed(listFeeds(publication))).toEqual([
    '',
    'papers/',
    'categories/cs.CL/',
    'topics/mixture-of-experts/',
    'authors/guinan-su/',
  ])
})

test('two papers make no feed, unless the configuration names the topic or author in any spelling', () => {
  expect(listed(listFeeds(twoDays))).toEqual(['', 'papers/', 'categories/cs.CL/'])
  const { feed } = makeConfig()
  const config = {
    ...makeConfig(),
    feed: {
      ...feed,
      topics: ['Mixture of Experts', 'mixture-of-experts'],
      authors: ['laurens  VAN DER Maaten'],
    },
  }
  const named = listFeeds({ ...twoDays, config })
  expect(listed(named).slice(3)).toEqual(['topics/mixture-of-experts/', 'authors/laurens-van-der-maaten/'])
  // An author of one paper has no page of its own.
  expect(named.map(({ url }) => new URL(url).pathname).slice(3)).toEqual([
    '/news/topics/mixture-of-experts/',
    '/news/authors/',
  ])
})

test('a feed holds slugs of digests or keys of papers, newest first, and its three addresses', () => {
  const [digests, papers] = listFeeds(twoDays)
  expect(digests?.keys).toEqual(['arxiv_cs_CL_2025-10-20_report', 'arxiv_cs_CL_2025-10-16_report'])
  expect(papers?.keys).toEqual(['2510.14406', '2510.14853'])
  expect(papers?.formats.map(({ url, type }) => [new URL(url).pathname, type])).toEqual([
    ['/news/papers/rss.xml', 'application/rss+xml'],
    ['/news/papers/atom.xml', 'application/atom+xml'],
    ['/news/papers/feed.json', 'application/feed+json'],
  ])
})

test('feeds of no digests are those of digests and papers, empty', () => {
  const feeds = listFeeds({ config: makeConfig(), archive: makeArchive({}) })
  expect(feeds.map(({ list, keys }) => [list, keys])).toEqual([
    ['', []],
    ['papers/', []],
  ])
})

test('a name in the settings that no paper has is complained of, with the one that was meant', () => {
  const { feed } = makeConfig()
  const topics = ['mixture-of-experts', 'Mixtur-of-Expert', 'Gardening']
  const config = { ...makeConfig(), feed: { ...feed, topics, authors: ['Laurens van der Maten'] } }
  expect(listUnknownFeeds({ ...twoDays, config })).toEqual([
    'feed.topics: no paper has the topic `Mixtur-of-Expert`, so it has no feed; did you mean `Mixture-of-Experts`?',
    'feed.topics: no paper has the topic `Gardening`, so it has no feed',
    'feed.authors: no paper has the author `Laurens van der Maten`, so it has no feed; did you mean `Laurens van der Maaten`?',
  ])
  expect(listUnknownFeeds(twoDays)).toEqual([])
})
