import { expect, test } from 'vitest'
import { examplePaper, toExampleContext, toExampleDigest, twoDays } from '../examples.fixture.ts'
import { toReferences } from './reference.ts'

test('reads a reference out of a paper: math apart, space after a colon, no version, venue and topics', () => {
  const reference = toReferences(twoDays).get('2510.14853')
  expect({ ...reference }).toEqual({
    key: 'su2025routing',
    title: 'λ-Routing: Rewiring Experts & <Co>',
    titleParts: [{ tex: 'λ' }, { text: '-Routing: Rewiring Experts & <Co>' }],
    authors: [
      { family: 'Su', given: 'Guinan' },
      { family: 'Maaten', given: 'Laurens', particle: 'van der' },
      { literal: 'Qwen Team' },
    ],
    year: 2025,
    month: 10,
    url: 'https://arxiv.org/abs/2510.14853',
    arxiv: {
      id: '2510.14853',
      doi: '10.48550/arXiv.2510.14853',
      pdf: 'https://arxiv.org/pdf/2510.14853',
      category: 'cs.CL',
    },
    venue: 'AAAI 2026',
    abstract: 'A router sends tokens to experts and gains 5.5% with no data.',
    keywords: ['Mixture-of-Experts', 'Test-Time Adaptation'],
  })
})

const toOnly = (link: string) => {
  const paper = examplePaper.replace(/Paper link: .*/, link)
  return [...toReferences(toExampleContext([toExampleDigest('2025-10-16', [paper])])).values()][0]
}

test.each([
  ['hep-th/9901001v3', 1999, 1],
  ['math.GT/0309136', 2003, 9],
  ['0704.0001', 2007, 4],
])('year and month of %s are in its id', (id, year, month) => {
  expect(toOnly(`Paper link: https://arxiv.org/abs/${id}`)).toMatchObject({ year, month })
})

test('an old id names its own class', () => {
  expect(toOnly('Paper link: https://arxiv.org/abs/hep-th/9901001')?.arxiv?.category).toBe('hep-th')
})

test('a paper that was old when it was chosen may be of another class than its digest', () => {
  expect(toOnly('Paper link: https://arxiv.org/abs/2509.00001')?.arxiv?.category).toBe('cs.CL')
  expect(toOnly('Paper link: https://arxiv.org/abs/2508.00001')?.arxiv).not.toHaveProperty('category')
})

test('a paper outside arXiv has its own link, the date of its digest, and no DOI', () => {
  const reference = toOnly('Paper link: https://lab.example/paper.pdf')
  expect(reference).toMatchObject({ url: 'https://lab.example/paper.pdf', year: 2025, month: 10 })
  expect(reference).not.toHaveProperty('arxiv')
})

test('a paper without any link has our page', () => {
  expect(toOnly('')?.url).toMatch(/^https:\/\/fold\.example\/news\/papers\/.+\/$/)
})

test('a digest added later leaves the keys of earlier papers alone', () => {
  const first = toExampleDigest('2025-10-16', [examplePaper])
  const same = examplePaper.replaceAll('2510.14853', '2509.00001')
  const before = toReferences(toExampleContext([first]))
  const after = toReferences(toExampleContext([first, toExampleDigest('2025-10-17', [same])]))
  expect(after.get('2510.14853')?.key).toBe(before.get('2510.14853')?.key)
  expect(after.get('2509.00001')?.key).toBe('su2025routinga')
})
