import { type CalendarMonth, type DigestView, formatDate, toCalendar } from '@broadsheet/view'
import { archive, config, findDigest } from './publication.ts'

/** A month with its calendar and its digests, newest first. */
export type MonthView = CalendarMonth & { readonly digests: readonly DigestView[] }

/** A year with its months, newest first. */
export type YearView = { readonly year: string; readonly months: readonly MonthView[] }

const digestsByMonth = new Map(archive.months.map(({ month, digests }) => [month, digests.map(findDigest)]))

/** Every month from the last digest to the first, newest first; one without a digest too. */
export const months: readonly MonthView[] = toCalendar(archive.days, findDigest, config.language).map(
  (month) => ({
    ...month,
    digests: digestsByMonth.get(month.month) ?? [],
  }),
)

/** Newest first. */
export const years: readonly YearView[] = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(
  ([year, ofYear]) => ({ year, months: ofYear }),
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
