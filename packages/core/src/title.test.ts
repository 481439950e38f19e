import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutTitle, longestTitle } from './title.ts'

test('a title of usual length stays as it is', () => {
  expect(cutTitle('$λ$-GRPO: a title, and no more')).toBe('$λ$-GRPO: a title, and no more')
})

test('a long one ends with a whole word and outside of math', () => {
  expect(cutTitle(`${'word '.repeat(98)}and, further words`)).toBe(`${'word '.repeat(98)}and…`)
  expect(cutTitle(`${'word '.repeat(97)}of $a + b + c + d$ and more`)).toBe(`${'word '.repeat(97)}of…`)
})

test('a cut title is never too long and is not cut again', () => {
  const titles = fc.string({ unit: 'grapheme', minLength: 400, maxLength: 900 })
  fc.assert(
    fc.property(titles, (title) => {
      const cut = cutTitle(title)
      expect(cut.length).toBeLessThanOrEqual(Math.max(longestTitle, 0))
      expect(cutTitle(cut)).toBe(cut)
    }),
  )
})
