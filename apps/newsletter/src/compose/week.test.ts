import { expect, test } from 'vitest'
import { toIsoWeek } from './week.ts'

test.each([
  ['2025-10-13', '2025-W42'],
  ['2025-10-19', '2025-W42'],
  ['2025-12-29', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2024-02-29', '2024-W09'],
])('%s lies in %s', (date, week) => {
  expect(toIsoWeek(date)).toBe(week)
})
