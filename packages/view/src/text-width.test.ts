import { expect, test } from 'vitest'
import { splitBreakable, textWidth } from './text-width.ts'

test.each([
  ['word', 4],
  ['é', 1],
  ['论文', 4],
  ['😀', 2],
])('%s takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test.each([
  ['naïve-looking', ['naïve-looking']],
  ['论文', ['论', '文']],
  ['（论文）。', ['（', '论', '文）。']],
  ['“论”', ['“论”']],
  ['über论', ['über', '论']],
])('a line may end between the pieces of %s', (text, pieces) => {
  expect(splitBreakable(text)).toEqual(pieces)
})

test('a word as long as a file takes time in proportion to its length', () => {
  const start = performance.now()
  expect(splitBreakable('é'.repeat(300_000))).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(3000)
})
