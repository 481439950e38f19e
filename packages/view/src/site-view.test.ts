import { expect, test } from 'vitest'
import { makeConfig } from './publication.fixture.ts'
import { toSiteView } from './site-view.ts'

test('says who prints it, and announces digests before papers in every format', () => {
  const site = toSiteView(makeConfig(), 'site')
  expect(site).toMatchObject({ title: 'The Daily Fold', href: '/news/', url: 'https://fold.example/news/' })
  expect(site.publisher).toEqual({ name: 'Fold Press', email: 'editor@fold.example' })
  expect(site.feeds.map(({ href }) => href)).toEqual([
    '/news/rss.xml',
    '/news/atom.xml',
    '/news/feed.json',
    '/news/papers/rss.xml',
    '/news/papers/atom.xml',
    '/news/papers/feed.json',
  ])
  expect(site.feeds[0]).toMatchObject({ type: 'application/rss+xml', title: 'The Daily Fold (RSS)' })
})
