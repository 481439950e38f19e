import { renderColumnChart } from './column-chart.ts'
import type { Period, TopicTrend, Trends } from './trends.ts'

/** Months and days that charts show at most, the newest ones; tables have all. */
const longest = { months: 36, days: 92 } as const

/** One topic by month; all topics share the scale of the busiest, so that charts can be compared. */
export function renderTopicTrend(topic: TopicTrend, { months, topics }: Trends): string {
  const shown = months.slice(-longest.months)
  const counts = topic.counts.slice(-shown.length)
  return renderColumnChart({
    id: `trend-${topic.slug}`,
    title: `${topic.name} by month`,
    description: describe(shown, counts),
    columns: toColumns(shown, counts),
    maximum: Math.max(...topics.flatMap((other) => other.counts.slice(-shown.length))),
    ends: toEnds(shown),
  })
}

/** All papers by month. */
export function renderMonthTrend({ months, monthTotals }: Trends): string {
  const shown = months.slice(-longest.months)
  const counts = monthTotals.slice(-shown.length)
  return renderColumnChart({
    id: 'trend-months',
    title: 'Papers by month',
    description: describe(shown, counts),
    columns: toColumns(shown, counts),
    ends: toEnds(shown),
  })
}

/** All papers by day. */
export function renderDayTrend({ days }: Trends): string {
  const shown = days.slice(-longest.days)
  const counts = shown.map(({ selected }) => selected)
  return renderColumnChart({
    id: 'trend-days',
    title: 'Papers by day',
    description: describe(shown, counts),
    columns: toColumns(shown, counts),
    ends: toEnds(shown),
  })
}

function toColumns(periods: readonly Period[], counts: readonly number[]) {
  return periods.map(({ words }, index) => {
    const value = counts[index] ?? 0
    return { value, words: `${words}: ${formatCount(value)}` }
  })
}

function describe(periods: readonly Period[], counts: readonly number[]): string {
  const total = formatCount(counts.reduce((sum, count) => sum + count, 0))
  const most = counts.indexOf(Math.max(...counts))
  const peak = periods[most]
  if (peak === undefined) return 'Nothing yet.'
  return `${total} from ${periods[0]?.words} to ${periods.at(-1)?.words}; most in ${peak.words}: ${counts[most]}.`
}

function toEnds(periods: readonly Period[]): readonly [string, string] {
  return [periods[0]?.words ?? '', periods.length > 1 ? (periods.at(-1)?.words ?? '') : '']
}

function formatCount(count: number): string {
  return `${count} ${count === 1 ? 'paper' : 'papers'}`
}
