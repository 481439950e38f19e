import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reference } from './reference.fixture.ts'
import type { Reference } from './reference.ts'
import { renderRis } from './ris.ts'

const rewiring: Reference = {
  key: 'su2025rewiring',
  title: 'Rewiring Experts',
  titleParts: [{ text: 'Rewiring Experts' }],
  authors: [{ family: 'Su', given: 'Guinan' }, { literal: 'Qwen Team' }],
  year: 2025,
  month: 3,
  url: 'https://arxiv.org/abs/2503.00001',
  arxiv: { id: '2503.00001', doi: '10.48550/arXiv.2503.00001', pdf: 'https://arxiv.org/pdf/2503.00001' },
  abstract: 'One paragraph.\n\nAnother one.',
  keywords: ['Routing', 'Experts'],
}

test('writes one field a line, every author in order, and an abstract on one line', () => {
  expect(renderRis([rewiring]).split('\r\n')).toEqual([
    'TY  - UNPB',
    'ID  - su2025rewiring',
    'TI  - Rewiring Experts',
    'AU  - Su, Guinan',
    'AU  - Qwen Team',
    'PY  - 2025',
    'DA  - 2025/03//',
    'AB  - One paragraph. Another one.',
    'KW  - Routing',
    'KW  - Experts',
    'PB  - arXiv',
    'AN  - arXiv:2503.00001',
    'DO  - 10.48550/arXiv.2503.00001',
    'UR  - https://arxiv.org/abs/2503.00001',
    'L1  - https://arxiv.org/pdf/2503.00001',
    'ER  - ',
    '',
  ])
})

test('another reader of RIS finds title, authors and address of every paper again', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 4 }), (references) => {
      const items = plugins.input.chain(renderRis(references), { generateGraph: false })
      expect(items).toHaveLength(references.length)
      for (const [index, { title, authors, url, year }] of references.entries()) {
        const item = items[index] ?? {}
        expect(item.title).toBe(title.trim())
        expect(item.author).toHaveLength(authors.length)
        expect(item.URL).toBe(url)
        expect(JSON.stringify(item.issued)).toContain(String(year))
      }
    }),
  )
})
