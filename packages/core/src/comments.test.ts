import { expect, test } from 'vitest'
import { findAddresses, readComments } from './comments.ts'

test.each(['None', 'none.', 'N/A', '-', ''])('%j says that there are none', (value) => {
  expect(readComments(value)).toBeUndefined()
})

test.each([
  ['Accepted to AAAI 2026', 'AAAI 2026'],
  ['Accepted by AAAI 2026 Oral', 'AAAI 2026 Oral'],
  [
    '12 pages, accepted at the EMNLP 2025 main conference; code at https://example.org/x',
    'EMNLP 2025 main conference',
  ],
  ['To appear in Transactions of the ACL. 9 pages', 'Transactions of the ACL'],
  ['Findings of the Association for Computational Linguistics: EMNLP 2025 (camera-ready)', 'EMNLP 2025'],
  ["ICLR'25 Workshop on Agents", "ICLR'25 Workshop on Agents"],
  ['Work in progress', undefined],
  ['Code: https://example.org/ACL-2025', undefined],
  ['accepted with minor changes', undefined],
])('the venue of “%s” is %s', (value, venue) => {
  expect(readComments(value)?.venue).toBe(venue)
})

test('reads page, figure and table counts', () => {
  expect(readComments('19 pages, 7 figures and 3 tables')).toEqual({
    text: '19 pages, 7 figures and 3 tables',
    pages: 19,
    figures: 7,
    tables: 3,
    links: [],
  })
})

test('keeps the whole text beside what it found', () => {
  const text = '9 pages. Code: https://github.com/example/repo, data: https://example.org/a_(b).'
  expect(readComments(text)).toEqual({
    text,
    pages: 9,
    links: ['https://github.com/example/repo', 'https://example.org/a_(b)'],
  })
})

test('an address ends where its sentence goes on, and is named once', () => {
  expect(findAddresses('(see https://a.example/x). https://a.example/x! [y](http://b.example/)')).toEqual([
    'https://a.example/x',
    'http://b.example/',
  ])
})
