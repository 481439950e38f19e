import { expect, test } from 'vitest'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { exampleDigest, publish } from './publication.fixture.ts'

const papers = ['2510.00001', '2510.00002', '2510.00003'].map((id) => ({ id }))
const built = buildInMemory(publish([exampleDigest('2025-10-16', papers)], { base: '/news/' }))
const rules = (built.get('_headers') ?? '').split('\n\n').map((rule) => rule.trim().split('\n  '))

const types = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'index.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'feeds.opml': 'text/x-opml; charset=utf-8',
}

test('every feed that is built has one rule with its media type, and may be read by any page', () => {
  const feeds = [...built.keys()].filter((path) => /\.(xml|json|opml)$/.test(path))
  expect(feeds.length).toBeGreaterThan(20)
  for (const path of feeds) {
    const matching = rules.filter(([pattern = '']) => matches(pattern, `/news/${path}`))
    const [, type] = Object.entries(types).find(([file]) => path.endsWith(file)) ?? []
    expect(
      matching.map(([, ...lines]) => lines),
      path,
    ).toEqual([
      [`Content-Type: ${type}`, 'Access-Control-Allow-Origin: *', 'Cache-Control: public, max-age=600'],
    ])
  }
})

test('a wildcard stands for all that follows, as Netlify has it, and there are fewer than 100', () => {
  expect(rules.every(([pattern = '']) => /^[^*]*(\/\*)?$/.test(pattern))).toBe(true)
  expect(rules.length).toBeLessThan(100)
})

test('addresses where a feed once stood lead to it', () => {
  expect(built.get('_redirects')?.trim().split('\n')).toEqual([
    '/news/feed/ /news/rss.xml 301',
    '/news/feed /news/rss.xml 301',
    '/news/rss/ /news/rss.xml 301',
    '/news/rss /news/rss.xml 301',
  ])
})

/** As both hosts match: a placeholder is one folder or file, whole. */
function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path)
}
