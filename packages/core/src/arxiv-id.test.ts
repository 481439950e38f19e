import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findArxivIds, formatArxivId, parseArxivId } from './arxiv-id.ts'

test.each([
  ['2511.15567v1', { id: '2511.15567', version: 1 }],
  ['2511.15567', { id: '2511.15567' }],
  ['0704.0001', { id: '0704.0001' }],
  ['hep-th/9901001', { id: 'hep-th/9901001' }],
  ['math.GT/0309136v2', { id: 'math.GT/0309136', version: 2 }],
  ['arXiv:2511.15567v12', { id: '2511.15567', version: 12 }],
])('reads %s', (text, expected) => {
  expect(parseArxivId(text)).toEqual(expected)
})

test.each([
  '',
  '2511.155',
  '2511.155678',
  '2511.15567v0',
  'hep-th/99010',
  'https://arxiv.org/abs/2511.15567',
])('reads no identifier in %j', (text) => {
  expect(parseArxivId(text)).toBeUndefined()
})

test('finds identifiers in every kind of arXiv address, with their places', () => {
  const text =
    'see http://arxiv.org/abs/2510.14853v1, (https://arxiv.org/pdf/hep-th/9901001) and doi.org/10.48550/arXiv.2510.1485'
  expect(findArxivIds(text)).toEqual([
    { id: '2510.14853', version: 1, index: 11 },
    { id: 'hep-th/9901001', index: 48 },
    { id: '2510.1485', index: 82 },
  ])
})

test('does not read half of a longer number', () => {
  expect(findArxivIds('https://arxiv.org/abs/2510.148531')).toEqual([])
})

const newStyle = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 10_000, max: 99_999 }))
  .map(([month, number]) => `${month}.${number}`)
const oldStyle = fc
  .tuple(
    fc.constantFrom('hep-th', 'cs', 'math.GT', 'cond-mat'),
    fc.integer({ min: 1_000_000, max: 9_999_999 }),
  )
  .map(([archive, number]) => `${archive}/${number}`)
const arxivId = fc.record(
  { id: fc.oneof(newStyle, oldStyle), version: fc.integer({ min: 1, max: 99 }) },
  { requiredKeys: ['id'] },
)

test('reads back whatever it writes, alone and in an address', () => {
  fc.assert(
    fc.property(arxivId, (id) => {
      const text = formatArxivId(id)
      expect(parseArxivId(text)).toEqual(id)
      expect(findArxivIds(`(https://arxiv.org/abs/${text}).`)).toEqual([{ ...id, index: 9 }])
    }),
  )
})
