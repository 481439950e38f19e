import { expect, test } from 'vitest'
import { formatDate } from './dates.ts'

test.each([
  ['en', 'full', 'Thursday, 16 October 2025'],
  ['en-US', 'full', 'Thursday, October 16, 2025'],
  ['de', 'full', 'Donnerstag, 16. Oktober 2025'],
  ['en', 'short', '16 Oct 2025'],
  ['en', 'long', '16 October 2025'],
] as const)('a date in %s, %s', (language, style, words) => {
  expect(formatDate('2025-10-16', language, style)).toBe(words)
})

test('a month alone', () => {
  expect(formatDate('2025-10', 'fr', 'month')).toBe('octobre 2025')
})

test.each(['Pacific/Apia', 'America/Los_Angeles', 'UTC'])(
  'the day is the same when the machine is in %s',
  (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    expect(formatDate('2025-01-01', 'en')).toBe('Wednesday, 1 January 2025')
    process.env.TZ = before
  },
)
