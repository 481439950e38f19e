import { expect, test } from 'vitest'
import { toCoins } from './coins.ts'
import type { Reference } from './reference.ts'

const rewiring: Reference = {
  key: 'su2025rewiring',
  title: 'Rewiring & “Experts” <1>',
  titleParts: [],
  authors: [{ literal: 'Qwen Team' }, { family: 'Su', given: 'Guinan' }, { literal: 'Kimi Team' }],
  year: 2025,
  month: 3,
  url: 'https://arxiv.org/abs/2503.00001',
  arxiv: { id: '2503.00001', doi: '10.48550/arXiv.2503.00001', pdf: '' },
  abstract: '',
  keywords: [],
}

test('says in OpenURL what the paper is, every author in order', () => {
  expect([...new URLSearchParams(toCoins(rewiring))]).toEqual([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'preprint'],
    ['rft.title', 'Rewiring & “Experts” <1>'],
    ['rft.aucorp', 'Qwen Team'],
    ['rft.au', 'Su, Guinan'],
    ['rft.au', 'Kimi Team'],
    ['rft.date', '2025-03'],
    ['rft.publisher', 'arXiv'],
    ['rft_id', 'info:doi/10.48550/arXiv.2503.00001'],
    ['rft.identifier', 'https://arxiv.org/abs/2503.00001'],
  ])
})

test('a paper outside arXiv has its address and no publisher', () => {
  const { arxiv: _, ...elsewhere } = rewiring
  const fields = new URLSearchParams(toCoins({ ...elsewhere, url: 'https://lab.example/p' }))
  expect(fields.get('rft.identifier')).toBe('https://lab.example/p')
  expect(fields.has('rft.publisher')).toBe(false)
})
