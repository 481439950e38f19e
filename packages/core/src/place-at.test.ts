import { expect, test } from 'vitest'
import { placeAt } from './place-at.ts'

test.each([
  [0, { line: 1, column: 1 }],
  [2, { line: 1, column: 3 }],
  [3, { line: 2, column: 1 }],
  [4, { line: 3, column: 1 }],
  [6, { line: 3, column: 3 }],
])('index %i', (index, place) => {
  expect(placeAt('ab\n\ncd', index)).toEqual(place)
})
