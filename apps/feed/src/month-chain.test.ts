import { expect, test } from 'vitest'
import { chainMonths } from './month-chain.ts'

test('months are chained newest first, and the month to come is there already', () => {
  expect(chainMonths(['2025-11', '2025-10'])).toEqual([
    { month: '2025-12', older: '2025-11' },
    { month: '2025-11', older: '2025-10', newer: '2025-12' },
    { month: '2025-10', newer: '2025-11' },
  ])
})

test('a month that is over stays as it is when later ones come', () => {
  const before = chainMonths(['2025-10'])
  const after = chainMonths(['2025-10', '2025-11', '2025-12', '2026-02'])
  expect(after).toContainEqual(before.at(-1))
})

test('a year turns, a gap is bridged, and nothing follows the last month there is', () => {
  expect(chainMonths(['2025-12']).map(({ month }) => month)).toEqual(['2026-01', '2025-12'])
  expect(chainMonths(['1999-12', '2025-10']).map(({ month }) => month)).toEqual([
    '2025-11',
    '2025-10',
    '2000-01',
    '1999-12',
  ])
  expect(chainMonths(['9999-12'])).toEqual([{ month: '9999-12' }])
})
