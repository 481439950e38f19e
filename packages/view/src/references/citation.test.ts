import { expect, test } from 'vitest'
import { formatCitation } from './citation.ts'
import { parsePerson } from './person.ts'
import type { Reference } from './reference.ts'

const toReference = (authors: readonly string[], fields: Partial<Reference> = {}): Reference => ({
  key: '',
  title: 'Rewiring Experts',
  titleParts: [],
  authors: authors.map(parsePerson),
  year: 2025,
  month: 10,
  url: 'https://broadsheet.example/papers/rewiring/',
  abstract: '',
  keywords: [],
  ...fields,
})

test('names every author, the arXiv id with its class, the venue and the year', () => {
  const arxiv = { id: '2510.14853', doi: '10.48550/arXiv.2510.14853', pdf: '', category: 'cs.CL' }
  const reference = toReference(['Guinan Su', 'Li Shen', 'Lu Yin'], { arxiv, venue: 'AAAI 2026' })
  expect(formatCitation(reference)).toBe(
    'Guinan Su, Li Shen, and Lu Yin. Rewiring Experts. arXiv:2510.14853 [cs.CL], AAAI 2026, 2025. https://doi.org/10.48550/arXiv.2510.14853',
  )
})

test('a paper outside arXiv has its own address, and a question keeps its mark', () => {
  const reference = toReference(['Guinan Su', 'Qwen Team'], { title: 'Why route?' })
  expect(formatCitation(reference)).toBe(
    'Guinan Su and Qwen Team. Why route? 2025. https://broadsheet.example/papers/rewiring/',
  )
})

test('a paper without authors begins with its title', () => {
  expect(formatCitation(toReference([]))).toMatch(/^Rewiring Experts\. 2025\./)
})
