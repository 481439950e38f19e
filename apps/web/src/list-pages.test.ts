import { expect, test } from 'vitest'
import { toListPages, toPageSegment } from './list-pages.ts'

test('cuts a list into pages, the last one shorter', () => {
  expect(toListPages(['a', 'b', 'c'], 2)).toEqual([
    { items: ['a', 'b'], number: 1, last: 2 },
    { items: ['c'], number: 2, last: 2 },
  ])
})

test('makes one page of an empty list', () => {
  expect(toListPages([], 50)).toEqual([{ items: [], number: 1, last: 1 }])
})

test('adds no empty page when the items fill the last one', () => {
  expect(toListPages(['a', 'b'], 2)).toHaveLength(1)
})

test('numbers addresses from the second page on', () => {
  expect([1, 2, 3].map(toPageSegment)).toEqual([undefined, '2', '3'])
})
