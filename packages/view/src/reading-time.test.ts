import { expect, test } from 'vitest'
import { toReadingMinutes } from './reading-time.ts'

test.each([
  ['nothing', [], 1],
  ['460 words', ['fold '.repeat(460)], 2],
  ['two texts', ['fold '.repeat(230), 'fold '.repeat(230)], 2],
  ['words with joints', ['test-time isn’t 0.5 '.repeat(115)], 2],
  ['joints that join nothing', ['one- -two ’three four'.repeat(115)], 2],
  ['words beyond the first plane', ['𝒜𝒷-𝒸 '.repeat(345)], 2],
  ['1000 characters of Chinese', ['折'.repeat(1000)], 2],
])('%s', (_, texts, minutes) => {
  expect(toReadingMinutes(texts)).toBe(minutes)
})
