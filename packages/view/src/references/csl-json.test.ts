import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderCslJson } from './csl-json.ts'
import { reference } from './reference.fixture.ts'
import type { Reference } from './reference.ts'

const rewiring: Reference = {
  key: 'maaten2025rewiring',
  title: 'Rewiring Experts',
  titleParts: [{ text: 'Rewiring Experts' }],
  authors: [
    { family: 'Maaten', given: 'Laurens', particle: 'van der', suffix: 'Jr.' },
    { literal: 'Qwen Team' },
  ],
  year: 2025,
  month: 10,
  url: 'https://arxiv.org/abs/2510.14853',
  arxiv: { id: '2510.14853', doi: '10.48550/arXiv.2510.14853', pdf: '' },
  abstract: '',
  keywords: ['Routing', 'Experts'],
}

test('writes an item as Zotero does, without fields that have nothing to say', () => {
  expect(JSON.parse(renderCslJson([rewiring]))).toEqual([
    {
      id: 'maaten2025rewiring',
      type: 'article',
      genre: 'preprint',
      title: 'Rewiring Experts',
      author: [
        { family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
        { literal: 'Qwen Team' },
      ],
      issued: { 'date-parts': [[2025, 10]] },
      publisher: 'arXiv',
      number: 'arXiv:2510.14853',
      DOI: '10.48550/arXiv.2510.14853',
      URL: 'https://arxiv.org/abs/2510.14853',
      keyword: 'Routing, Experts',
    },
  ])
})

test('another reader of CSL-JSON takes every item as it is', () => {
  fc.assert(
    fc.property(fc.array(reference, { minLength: 1, maxLength: 3 }), (references) => {
      const json = renderCslJson(references)
      const items = plugins.input.chain(json, { generateGraph: false })
      expect(items).toEqual(JSON.parse(json))
    }),
  )
})
