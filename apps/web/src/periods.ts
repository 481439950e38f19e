import {
  type CalendarDay,
  type CalendarMonth,
  type DigestView,
  formatDate,
  paths,
  toCalendar,
} from '@broadsheet/view'
import { archive, config, findDigest, href } from './publication.ts'

/** A day with the number of its papers; `href` leads to its digest, or to its place on the month's page. */
export type DayView = CalendarDay & { readonly papers: number; readonly href?: string | undefined }

/** A month with its calendar and its digests by slug, newest first. */
export type MonthView = Pick<CalendarMonth, 'month' | 'words'> & {
  readonly href: string
  readonly weeks: readonly (readonly (DayView | undefined)[])[]
  readonly digests: readonly string[]
}

/** A year with its months, newest first. */
export type YearView = { readonly year: string; readonly href: string; readonly months: readonly MonthView[] }

const digestsByMonth = new Map(archive.months.map(({ month, digests }) => [month, digests]))

/** Every month from the last digest to the first, newest first; one without a digest too. */
export const months: readonly MonthView[] = toCalendar(archive.days, findDigest, config.language).map(
  ({ month, words, weeks }) => ({
    month,
    words,
    href: href(paths.archiveOf(month)),
    weeks: weeks.map((week) => week.map((day) => day && toDayView(day, month))),
    digests: digestsByMonth.get(month) ?? [],
  }),
)

/** Newest first. */
export const years: readonly YearView[] = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(
  ([year, ofYear]) => ({ year, href: href(paths.archiveOf(year)), months: ofYear }),
)

/** Digests in their order, cut where a month ends. */
export function groupByMonth(
  digests: readonly DigestView[],
): readonly { readonly month: string; readonly words: string; readonly digests: readonly DigestView[] }[] {
  return [...Map.groupBy(digests, ({ date }) => date.slice(0, 7))].map(([month, ofMonth]) => ({
    month,
    words: formatDate(month, config.language, 'month'),
    digests: ofMonth,
  }))
}

function toDayView(day: CalendarDay, month: string): DayView {
  const [digest, ...others] = day.digests
  const place = `${href(paths.archiveOf(month))}#day-${day.date}`
  return {
    ...day,
    papers: day.digests.reduce((sum, { slug }) => sum + (archive.paperKeys.get(slug)?.length ?? 0), 0),
    href: others.length > 0 ? place : digest?.href,
  }
}
