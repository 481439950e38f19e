import { expect, test } from 'vitest'
import { formatAuthors } from './names.ts'

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 others'],
])('%j are %s', (names, words) => {
  expect(formatAuthors(names)).toBe(words)
})
