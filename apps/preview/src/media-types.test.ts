import { expect, test } from 'vitest'
import { isFeed, toMediaType } from './media-types.ts'

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['rss.xml', 'application/rss+xml; charset=utf-8'],
  ['feed.xml', 'application/rss+xml; charset=utf-8'],
  ['atom.xml', 'application/atom+xml'],
  ['feed.json', 'application/feed+json'],
  ['feeds.opml', 'text/x-opml; charset=utf-8'],
  ['sitemap-0.xml', 'application/xml'],
  ['2510.14853.bib', 'application/x-bibtex; charset=utf-8'],
  ['2510.14853.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['2510.14853.json', 'application/json'],
  ['favicon.svg', 'image/svg+xml'],
  ['LICENSE', 'application/octet-stream'],
])('serves %s as %s', (file, type) => {
  expect(toMediaType(file)).toBe(type)
})

test('a sitemap is no feed', () => {
  expect(['rss.xml', 'atom.xml', 'feed.json', 'feeds.opml', 'sitemap-index.xml'].map(isFeed)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
})
