import { expect, test } from 'vitest'
import { twoDays } from './publication.fixture.ts'
import { buildSitemap, listSitemapPages } from './sitemap.ts'

const { context } = twoDays
const pages = listSitemapPages(context)
const updatedOf = (path: string) => pages.find((page) => page.path === path)?.updated

test('every page stands there once', () => {
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
  expect(pages.map(({ path }) => path)).toContain('topics/mixture-of-experts/')
})

test('a topic of one paper has no page', () => {
  expect(pages.map(({ path }) => path)).not.toContain('topics/test-time-adaptation/')
})

test('a page changed when the newest thing on it did', () => {
  expect(updatedOf('digests/arxiv_cs_CL_2025-10-16_report/')).toBe('2025-10-16T08:00:00Z')
  expect(updatedOf('')).toBe('2025-10-20T08:00:00Z')
  expect(updatedOf('archive/2025-10/')).toBe('2025-10-20T08:00:00Z')
})

test('a paper chosen again names its new digest, so its page changed then', () => {
  expect(updatedOf('papers/2510.14853/')).toBe('2025-10-20T08:00:00Z')
})

test('a page that nothing dates has no lastmod', () => {
  expect(updatedOf('about/')).toBeUndefined()
  const content = buildSitemap([{ path: 'about/' }], context)[1]?.content
  expect(content).toContain('<url><loc>https://fold.example/news/about/</loc></url>')
})

test('a revision of a digest dates its page and every list with it', () => {
  const revisions = new Map([
    ['tag:fold.example,2024:digests/arxiv_cs_CL_2025-10-16_report', '2025-11-01T00:00:00Z'],
  ])
  const revised = listSitemapPages({ ...context, revisions })
  const dated = revised.filter(({ updated }) => updated === '2025-11-01T00:00:00Z').map(({ path }) => path)
  expect(dated).toContain('digests/arxiv_cs_CL_2025-10-16_report/')
  expect(dated).toContain('categories/cs.CL/')
})

test('more than 50,000 pages are cut into files that the index names', () => {
  const many = Array.from({ length: 50_001 }, (_, index) => ({
    path: `papers/${index}/`,
    updated: '2025-10-16T08:00:00Z',
  }))
  const [index, ...parts] = buildSitemap(many, context)
  expect(parts.map(({ path, content }) => [path, content.split('<loc>').length - 1])).toEqual([
    ['sitemap-1.xml', 50_000],
    ['sitemap-2.xml', 1],
  ])
  expect(index?.content).toContain(
    '<loc>https://fold.example/news/sitemap-2.xml</loc><lastmod>2025-10-16T08:00:00Z</lastmod>',
  )
})
