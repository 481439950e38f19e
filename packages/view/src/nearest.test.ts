import { expect, test } from 'vitest'
import { findNearest } from './nearest.ts'

test.each([
  ['sned', 'send'],
  ['STATUS', 'status'],
  ['--dryrun', undefined],
  ['sub', undefined],
  ['x', undefined],
])('of send, status and subscribers, %s resembles %s', (word, expected) => {
  expect(findNearest(word, ['send', 'status', 'subscribers'])).toBe(expected)
})
