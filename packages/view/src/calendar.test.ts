import { expect, test } from 'vitest'
import { toCalendar, toWeekdays } from './calendar.ts'

const noDigest = (slug: string) => {
  throw new Error(`no digest ${slug}`)
}

test('a month is rows from Monday to Sunday, with every day of it and nothing else', () => {
  const [month] = toCalendar([{ date: '2025-10-16', state: 'nothing', digests: [] }], noDigest, 'en')
  expect(month?.words).toBe('October 2025')
  expect(month?.weeks.map((week) => week.map((day) => day?.number ?? 0))).toEqual([
    [0, 0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11, 12],
    [13, 14, 15, 16, 17, 18, 19],
    [20, 21, 22, 23, 24, 25, 26],
    [27, 28, 29, 30, 31, 0, 0],
  ])
})

test('every day says what happened, in words', () => {
  const days = [
    { date: '2025-10-18', state: 'weekend', digests: [] },
    { date: '2025-10-17', state: 'nothing', digests: [] },
  ] as const
  const found = toCalendar(days, noDigest, 'en')[0]?.weeks.flat()
  const words = found?.filter((day) => day !== undefined && day.number >= 16 && day.number <= 18)
  expect(words?.map((day) => [day?.state, day?.words])).toEqual([
    ['outside', 'Thursday, 16 October 2025'],
    ['nothing', 'Friday, 17 October 2025: nothing found'],
    ['weekend', 'Saturday, 18 October 2025: weekend'],
  ])
})

test('a leap February that begins on a Monday has five rows, a common one four', () => {
  const rows = (date: string) =>
    toCalendar([{ date, state: 'weekend', digests: [] }], noDigest, 'en')[0]?.weeks.length
  expect(rows('2044-02-01')).toBe(5)
  expect(rows('2027-02-01')).toBe(4)
})

test('names the days of a week in the language of the publication', () => {
  expect(toWeekdays('de')).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'])
})
