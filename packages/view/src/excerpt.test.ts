import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toExcerpt } from './excerpt.ts'

test.each([
  ['a fold', 'a fold'],
  ['a\n\nfold ', 'a fold'],
  ['one two three', 'one two…', 10],
  ['one two, three', 'one two…', 10],
  ['折纸折纸折纸', '折纸折…', 4],
  ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧…', 12],
])('%s becomes %s', (text, excerpt, limit?: number) => {
  expect(toExcerpt(text, limit)).toBe(excerpt)
})

test('an excerpt is one line, no longer than asked, and the beginning of the text', () => {
  const limits = fc.integer({ min: 20, max: 300 })
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.lorem(), fc.string({ unit: 'grapheme' }))), limits, (parts, limit) => {
      const text = parts.join(' ')
      const excerpt = toExcerpt(text, limit)
      expect(excerpt.length).toBeLessThanOrEqual(limit)
      expect(excerpt).not.toMatch(/[\n\r]/)
      const line = text.replace(/[\s\u200b]+/gu, ' ').trim()
      if (line.length <= limit) expect(excerpt).toBe(line)
      else expect(line.startsWith(excerpt.slice(0, -1))).toBe(true)
    }),
  )
})

test('an excerpt of an excerpt is itself', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80 }), (text) => {
      expect(toExcerpt(toExcerpt(text))).toBe(toExcerpt(text))
    }),
  )
})

test('a sentence that ends at the cut has no full stop before the dots', () => {
  expect(toExcerpt('It ends here. And goes on for a while.', 14)).toBe('It ends here…')
})
