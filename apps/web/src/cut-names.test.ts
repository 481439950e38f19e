import { expect, test } from 'vitest'
import { cutNames } from './cut-names.ts'

test.each([
  ['shows all where all have room', ['A', 'B'], { shown: ['A', 'B'], folded: [] }],
  ['never folds a single name', ['A', 'B', 'C', 'D'], { shown: ['A', 'B', 'C', 'D'], folded: [] }],
  ['folds what is left', ['A', 'B', 'C', 'D', 'E'], { shown: ['A', 'B', 'C'], folded: ['D', 'E'] }],
])('%s', (_, names, expected) => {
  expect(cutNames(names, 3)).toEqual(expected)
})
