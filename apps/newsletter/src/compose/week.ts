import type { DigestView } from '@broadsheet/view'

/** The digests of one ISO week, oldest first. `id` is the week as `2025-W42`. */
export type Week = { readonly id: string; readonly digests: readonly DigestView[] }

/** Digests by week, the newest week first. */
export function toWeeks(views: readonly DigestView[]): readonly Week[] {
  const byWeek = Map.groupBy(
    [...views].sort((one, other) => compare(one.date, other.date) || compare(one.slug, other.slug)),
    ({ date }) => toIsoWeek(date),
  )
  return [...byWeek].map(([id, digests]) => ({ id, digests })).sort((one, other) => compare(other.id, one.id))
}

/**
 * The ISO 8601 week of a calendar date: weeks begin on Monday and belong to the year of their Thursday.
 * @see https://www.iso.org/iso-8601-date-and-time-format.html
 */
export function toIsoWeek(date: string): string {
  const day = 24 * 60 * 60 * 1000
  const instant = Date.parse(date)
  const weekday = (new Date(instant).getUTCDay() + 6) % 7
  const thursday = instant + (3 - weekday) * day
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
