import { expect, test } from 'vitest'
import { toWordPattern } from './word-pattern.ts'

test.each([
  ['reward', 'A Reward, unrewarded rewards', ['Reward', 'rewards']],
  ['in inference', 'Inference in time', ['Inference', 'in']],
  ['über (uns)*', 'Über uns.*', ['Über', 'uns']],
])('finds words that begin like those of %j', (query, text, found) => {
  expect(text.match(toWordPattern(query) ?? /$^/)).toEqual(found)
})

test.each(['', '  ', '()', 'a'])('looks for nothing in %j', (query) => {
  expect(toWordPattern(query)).toBeUndefined()
})
