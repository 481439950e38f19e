import { expect, test } from 'vitest'
import { parsePaper, toComparedKeys } from './compared-paper.ts'

test('takes each paper of an address once, and six at most', () => {
  expect(toComparedKeys('a, b,,a')).toEqual(['a', 'b'])
  expect(toComparedKeys('1,2,3,4,5,6,7')).toHaveLength(6)
  expect(toComparedKeys('')).toEqual([])
})

test('reads the texts that a comparison shows', () => {
  const paper = {
    title: 'Ties',
    url: 'https://broadsheet.example/papers/1/',
    authors: ['A', 1],
    texts: { abstract: { markdown: 'x', html: '<p>x</p>' }, summary: { html: '' }, strengths: 'no' },
  }
  expect(parsePaper(paper)).toEqual({
    title: 'Ties',
    url: 'https://broadsheet.example/papers/1/',
    authors: ['A'],
    texts: { abstract: '<p>x</p>' },
  })
})

test.each([undefined, null, [], { title: 'x' }, { title: 'x', url: 'no address' }])(
  'takes %j for no paper',
  (value) => {
    expect(parsePaper(value)).toBeUndefined()
  },
)
