import { expect, test } from 'vitest'
import { toCitationMeta } from './citation-meta.ts'
import type { Reference } from './reference.ts'

const rewiring: Reference = {
  key: 'su2025rewiring',
  title: 'Rewiring Experts',
  titleParts: [],
  authors: [{ family: 'Su', given: 'Guinan' }, { literal: 'Qwen Team' }],
  year: 2025,
  month: 3,
  url: 'https://arxiv.org/abs/2503.00001',
  arxiv: { id: '2503.00001', doi: '10.48550/arXiv.2503.00001', pdf: 'https://arxiv.org/pdf/2503.00001' },
  abstract: 'One paragraph.',
  keywords: ['Routing'],
}

test('gives title, every author in order, year, arXiv id, DOI and PDF as Google Scholar asks', () => {
  expect(toCitationMeta(rewiring).map(({ name, content }) => `${name}: ${content}`)).toEqual([
    'citation_title: Rewiring Experts',
    'citation_author: Su, Guinan',
    'citation_author: Qwen Team',
    'citation_publication_date: 2025',
    'citation_arxiv_id: 2503.00001',
    'citation_doi: 10.48550/arXiv.2503.00001',
    'citation_pdf_url: https://arxiv.org/pdf/2503.00001',
    'citation_publisher: arXiv',
    'citation_keywords: Routing',
    'citation_abstract: One paragraph.',
  ])
})

test('leaves out what a paper does not have', () => {
  const { arxiv: _, ...elsewhere } = rewiring
  const names = toCitationMeta({ ...elsewhere, abstract: '', keywords: [] }).map(({ name }) => name)
  expect(names).toEqual(['citation_title', 'citation_author', 'citation_author', 'citation_publication_date'])
})
