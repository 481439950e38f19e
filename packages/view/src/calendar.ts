import type { Day } from '@broadsheet/core'
import { formatDate } from './dates.ts'
import type { DigestView } from './digest-view.ts'

/**
 * One day of a calendar: its state, `outside` before the first digest and after the last, and all of it in
 * words: `Thursday, 16 October 2025: 10 of 81 papers`.
 */
export type CalendarDay = {
  readonly date: string
  readonly number: number
  readonly state: Day['state'] | 'outside'
  readonly words: string
  readonly digests: readonly DigestView[]
}

/** A month as weeks from Monday to Sunday (ISO 8601); places before its first and after its last day are undefined. */
export type CalendarMonth = {
  readonly month: string
  readonly words: string
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[]
}

/** The months in which the archive's days lie, newest first. */
export function toCalendar(
  days: readonly Day[],
  findDigest: (slug: string) => DigestView,
  language: string,
): readonly CalendarMonth[] {
  const known = new Map(days.map((day) => [day.date, day]))
  const months = new Set(days.map(({ date }) => date.slice(0, 7)))
  return [...months].map((month) => ({
    month,
    words: formatDate(month, language, 'month'),
    weeks: toWeeks(month).map((dates) =>
      dates.map((date) =>
        date === undefined
          ? undefined
          : toCalendarDay(known.get(date) ?? toOutside(date), findDigest, language),
      ),
    ),
  }))
}

/** The short names of the days of a week from Monday on. */
export function toWeekdays(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const monday = Date.UTC(2024, 0, 1)
  return Array.from({ length: 7 }, (_, day) => format.format(monday + day * dayLength))
}

const dayLength = 24 * 60 * 60 * 1000

type KnownDay = Pick<Day, 'date' | 'digests'> & Pick<CalendarDay, 'state'>

function toOutside(date: string): KnownDay {
  return { date, state: 'outside', digests: [] }
}

function toCalendarDay(
  day: KnownDay,
  findDigest: (slug: string) => DigestView,
  language: string,
): CalendarDay {
  const digests = day.digests.map(findDigest)
  const what = digests.length === 0 ? stateWords[day.state] : digests.map(describe).join('; ')
  const date = formatDate(day.date, language)
  return {
    date: day.date,
    number: Number(day.date.slice(8)),
    state: day.state,
    words: what === '' ? date : `${date}: ${what}`,
    digests,
  }
}

const stateWords = {
  published: 'published',
  weekend: 'weekend',
  nothing: 'nothing found',
  outside: '',
} as const satisfies Record<CalendarDay['state'], string>

function describe({ category, countWords }: DigestView): string {
  return category === undefined ? countWords : `${category.id}, ${countWords}`
}

/** The dates of a month in rows of seven. */
function toWeeks(month: string): readonly (readonly (string | undefined)[])[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const offset = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((offset + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const number = week * 7 + weekday - offset + 1
      return number < 1 || number > length ? undefined : `${month}-${String(number).padStart(2, '0')}`
    }),
  )
}
