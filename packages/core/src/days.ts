import type { Day, Month } from './archive.ts'
import { compareText } from './compare-text.ts'
import type { Digest } from './schema.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000
const maximumDays = 366 * 100

/** The months that have a digest, newest first; `digests` come newest first too. */
export function toMonths(digests: readonly Digest[]): Month[] {
  const months = Map.groupBy(digests, ({ date }) => date.slice(0, 7))
  return [...months]
    .map(([month, found]) => ({ month, digests: found.map(({ slug }) => slug) }))
    .toSorted((a, b) => compareText(b.month, a.month))
}

/**
 * Every calendar day from the last digest back to the first, by the calendar alone, in no time zone. When
 * these are more than a hundred years apart (a mistyped year), only the days that have a digest.
 */
export function toDays(digests: readonly Digest[]): Day[] {
  const byDate = Map.groupBy(digests, ({ date }) => date)
  const dates = [...byDate.keys()].toSorted(compareText)
  return listDates(dates)
    .toReversed()
    .map((date) => toDay(date, byDate.get(date) ?? []))
}

function listDates(dates: readonly string[]): readonly string[] {
  const first = toDayNumber(dates[0] ?? '')
  const count = toDayNumber(dates.at(-1) ?? '') - first + 1
  if (!(count <= maximumDays)) return dates
  return Array.from({ length: count }, (_, index) => toDate(first + index))
}

function toDay(date: string, digests: readonly Digest[]): Day {
  const slugs = digests.map(({ slug }) => slug)
  if (slugs.length > 0) return { date, state: 'published', digests: slugs }
  return { date, state: isWeekend(date) ? 'weekend' : 'nothing', digests: slugs }
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(toDayNumber(date) * dayMilliseconds).getUTCDay())
}

function toDayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
}

function toDate(dayNumber: number): string {
  return new Date(dayNumber * dayMilliseconds).toISOString().slice(0, 10)
}
