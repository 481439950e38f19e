import { expect, test } from 'vitest'
import { toDays, toMonths } from './days.ts'
import { digestOf } from './digest-fixture.ts'

const on = (...dates: string[]) => dates.map((date) => digestOf({ slug: `d-${date}`, date }))

test('tells days without a digest from weekends, newest first', () => {
  const days = toDays(on('2025-10-14', '2025-10-10')).map(({ date, state }) => `${date} ${state}`)
  expect(days).toEqual([
    '2025-10-14 published',
    '2025-10-13 nothing',
    '2025-10-12 weekend',
    '2025-10-11 weekend',
    '2025-10-10 published',
  ])
})

test('a digest on a Saturday makes it a day like others, and two of a day are both there', () => {
  const [day] = toDays([
    digestOf({ slug: 'b', date: '2025-10-11' }),
    digestOf({ slug: 'a', date: '2025-10-11' }),
  ])
  expect(day).toEqual({ date: '2025-10-11', state: 'published', digests: ['b', 'a'] })
})

test('knows leap days, and days when clocks change', () => {
  expect(toDays(on('2024-03-01', '2024-02-28')).map(({ date }) => date)).toContain('2024-02-29')
  expect(toDays(on('2025-03-01', '2025-02-28'))).toHaveLength(2)
  expect(toDays(on('2025-11-03', '2025-11-01'))).toHaveLength(3)
  expect(toDays(on('2025-03-31', '2025-03-29'))).toHaveLength(3)
})

test('a mistyped year does not make a million days', () => {
  expect(toDays(on('2025-10-16', '0025-10-16')).map(({ date }) => date)).toEqual(['2025-10-16', '0025-10-16'])
  expect(toDays(on('2025-10-16', '1925-10-16'))).toHaveLength(36_526)
})

test('no digests, no days and no months', () => {
  expect(toDays([])).toEqual([])
  expect(toMonths([])).toEqual([])
})

test('months come newest first, with their digests newest first', () => {
  expect(toMonths(on('2025-11-03', '2025-10-16', '2025-10-02'))).toEqual([
    { month: '2025-11', digests: ['d-2025-11-03'] },
    { month: '2025-10', digests: ['d-2025-10-16', 'd-2025-10-02'] },
  ])
})
