import { readPublication } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { toSearchRecords } from './search-record.ts'

// The project's own content, whatever the environment names.
const publication = await readPublication({}, import.meta.dirname)
const records = new Map([...toSearchRecords(publication)].map(({ url, html }) => [url, html]))
const paper = records.get('/papers/2510.14853/') ?? ''

test('every paper and every digest is one record', () => {
  expect(records.size).toBe(publication.archive.papers.size + publication.archive.digests.length)
})

test('a paper is found by its title first, then by topics and authors, then by its text', () => {
  expect(paper).toContain('<h1>Rewiring Experts on the Fly: Continuous Rerouting')
  expect(paper).toContain('<p data-pagefind-weight="5">Mixture-of-Experts, ')
  expect(paper).toContain('<p data-pagefind-weight="4">Guinan Su, ')
  expect(paper).toContain('<p data-pagefind-weight="1">The router of a mixture-of-experts model')
})

test('facets are kind, year, category and the topics that have a page', () => {
  const facets = [...paper.matchAll(/data-pagefind-filter="(\w+)\[content\]" content="([^"]*)"/g)]
  expect(facets.map(([, name, value]) => `${name}: ${value}`)).toEqual([
    'kind: Papers',
    'year: 2025',
    'category: Computation and Language',
    'topic: Mixture-of-Experts',
    'topic: Expert Routing',
  ])
})

test('a digest is found by what it says at its beginning', () => {
  expect(records.get('/digests/arxiv_cs_CL_2025-10-16_report/')).toContain('Ten papers today')
})
