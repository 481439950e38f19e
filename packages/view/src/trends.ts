import type { Archive } from '@broadsheet/core'
import { formatDate } from './dates.ts'
import { type NameView, toTopicName } from './names.ts'
import type { ViewContext } from './view-context.ts'

/** A stretch of time with its words: `2025-10`, October 2025. */
export type Period = { readonly period: string; readonly words: string }

/** A topic and how many papers of it came out in each month of `Trends.months`. */
export type TopicTrend = NameView & { readonly counts: readonly number[]; readonly total: number }

/** How many papers were chosen on one day, and of how many when every digest of that day says it. */
export type DayTrend = Period & { readonly selected: number; readonly total?: number }

/** Months and days run from the oldest to the newest without a gap; topics begin with the one of most papers. */
export type Trends = {
  readonly months: readonly Period[]
  readonly monthTotals: readonly number[]
  readonly topics: readonly TopicTrend[]
  readonly days: readonly DayTrend[]
}

/** The topics of most papers over the months in which papers were first chosen, and the papers of each day. */
export function toTrends(context: ViewContext, topicCount = 12): Trends {
  const { archive, config } = context
  const monthOf = new Map(
    [...archive.papers].map(([key, { appearances }]) => [key, appearances[0]?.date.slice(0, 7)]),
  )
  const months = listMonths(archive)
  const countByMonth = (keys: Iterable<string>): readonly number[] => {
    const counts = new Map<string | undefined, number>()
    for (const key of keys) counts.set(monthOf.get(key), (counts.get(monthOf.get(key)) ?? 0) + 1)
    return months.map((month) => counts.get(month) ?? 0)
  }
  const largest = [...archive.topics.values()].toSorted((a, b) => b.papers.length - a.papers.length)
  return {
    months: months.map((month) => ({ period: month, words: formatDate(month, config.language, 'month') })),
    monthTotals: countByMonth(archive.papers.keys()),
    topics: largest.slice(0, topicCount).flatMap(({ slug, papers }) => {
      const name = toTopicName(slug, context)
      return name === undefined ? [] : [{ ...name, counts: countByMonth(papers), total: papers.length }]
    }),
    days: toDays(context),
  }
}

function listMonths({ days }: Archive): readonly string[] {
  return [...new Set(days.map(({ date }) => date.slice(0, 7)))].sort()
}

function toDays({ archive, config }: ViewContext): readonly DayTrend[] {
  return archive.days.toReversed().map(({ date, digests: slugs }) => {
    const digests = slugs.flatMap((slug) => archive.bySlug.get(slug) ?? [])
    const totals = digests.flatMap(({ tldr }) => tldr?.counts?.total ?? [])
    return {
      period: date,
      words: formatDate(date, config.language, 'long'),
      selected: sum(digests.map(({ papers }) => papers.length)),
      ...(totals.length > 0 && totals.length === digests.length && { total: sum(totals) }),
    }
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
