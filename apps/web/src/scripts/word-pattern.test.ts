import { expect, test } from 'vitest'
import { toWordPattern } from './word-pattern.ts'

test.each([
  ['reward', 'A Reward, unrewarded rewards', ['Reward', 'reward']],
  ['in inference', 'Inference in time', ['Inference', 'in']],
  ['über (uns)*', 'Über uns.*', ['Über', 'uns']],
])('looks for the words of %j', (query, text, found) => {
  expect(text.match(toWordPattern(query) ?? /$^/)).toEqual(found)
})

test.each(['', '  ', '()', 'a'])('looks for nothing in %j', (query) => {
  expect(toWordPattern(query)).toBeUndefined()
})
