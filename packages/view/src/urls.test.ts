import { expect, test } from 'vitest'
import { toDigestId, toFeedId, toPaperId } from './ids.ts'
import { makeConfig } from './publication.fixture.ts'
import { absoluteUrl, paths, toArxivUrls, toHref, toUrl } from './urls.ts'

const config = makeConfig()

test('a link of the site begins at the base path, others are absolute', () => {
  expect(toHref(config, 'site', paths.digest('d'))).toBe('/news/digests/d/')
  expect(toHref(config, 'feed', paths.digest('d'))).toBe('https://fold.example/news/digests/d/')
  expect(toHref(config, 'mail', paths.home)).toBe('https://fold.example/news/')
})

test('an address is the same with and without a slash after the host', () => {
  expect(toUrl(makeConfig({ url: 'https://fold.example/', base: '/' }), paths.papers)).toBe(
    'https://fold.example/papers/',
  )
})

test.each([
  [paths.digestPaper('d', 'paper-1'), 'digests/d/#paper-1'],
  [paths.paper('2510.00001'), 'papers/2510.00001/'],
  [paths.paperReference('2510.00001', 'bib'), 'papers/2510.00001.bib'],
  [paths.category('cs.CL'), 'categories/cs.CL/'],
  [paths.feed(paths.topic('folds'), 'atom.xml'), 'topics/folds/atom.xml'],
  [paths.feed(paths.home, 'rss.xml'), 'rss.xml'],
  [paths.feedArchive(paths.papers, '2025-10', 'feed.json'), 'papers/archive/2025-10/feed.json'],
  [paths.page(paths.topics, 1), 'topics/'],
  [paths.page(paths.topics, 2), 'topics/2/'],
  [paths.archiveOf('2025-10'), 'archive/2025-10/'],
  [paths.searchFor('a & b'), 'search/?q=a%20%26%20b'],
  [paths.compareOf(['1', '2']), 'compare/?ids=1,2'],
  [paths.topic('折纸'), 'topics/%E6%8A%98%E7%BA%B8/'],
])('%s', (path, expected) => {
  expect(path).toBe(expected)
})

test('ids outlive the host and the path', () => {
  const moved = makeConfig({ url: 'https://elsewhere.example', base: '/' })
  for (const each of [config, moved]) {
    expect(toDigestId(each, 'd')).toBe('tag:fold.example,2024:digests/d')
    expect(toPaperId(each, '2510.00001')).toBe('tag:fold.example,2024:papers/2510.00001')
    expect(toFeedId(each, 'topics/folds/')).toBe('tag:fold.example,2024:feeds/topics/folds')
  }
})

test('arXiv’s addresses keep the version', () => {
  expect(toArxivUrls({ id: '2510.00001', version: 2 })).toEqual({
    abs: 'https://arxiv.org/abs/2510.00001v2',
    pdf: 'https://arxiv.org/pdf/2510.00001v2',
    html: 'https://arxiv.org/html/2510.00001v2',
  })
})

test('a relative address gets the host', () => {
  expect(absoluteUrl(config, '/x')).toBe('https://fold.example/x')
  expect(absoluteUrl(config, 'https://a.example/')).toBe('https://a.example/')
  expect(absoluteUrl(config, 'https://')).toBeUndefined()
})
