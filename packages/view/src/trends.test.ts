import { expect, test } from 'vitest'
import { examplePaper, otherPaper, toExampleContext, toExampleDigest } from './examples.fixture.ts'
import { renderDayTrend, renderMonthTrend, renderTopicTrend } from './trend-charts.ts'
import { toTrends } from './trends.ts'

const trends = toTrends(
  toExampleContext([
    toExampleDigest('2025-08-29', [examplePaper]),
    toExampleDigest('2025-10-01', [examplePaper, otherPaper]),
  ]),
)

test('counts a paper once, in the month that first chose it, and leaves no month out', () => {
  expect(trends.months.map(({ words }) => words)).toEqual(['August 2025', 'September 2025', 'October 2025'])
  expect(trends.monthTotals).toEqual([1, 0, 1])
  expect(trends.topics[0]).toMatchObject({ name: 'Mixture-of-Experts', counts: [1, 0, 1], total: 2 })
})

test('every day has its papers, and what they were chosen from', () => {
  expect(trends.days).toHaveLength(34)
  expect(trends.days[0]).toEqual({ period: '2025-08-29', words: '29 August 2025', selected: 1, total: 81 })
  expect(trends.days[1]).toEqual({ period: '2025-08-30', words: '30 August 2025', selected: 0 })
})

test('as many topics as asked', () => {
  expect(toTrends(toExampleContext([toExampleDigest('2025-10-01', [examplePaper])]), 1).topics).toHaveLength(
    1,
  )
})

test('charts say in words what they show', () => {
  const [topic] = trends.topics
  expect(topic && renderTopicTrend(topic, trends)).toContain(
    '2 papers from August 2025 to October 2025; most in August 2025: 1.',
  )
  expect(renderMonthTrend(trends)).toContain('<title>October 2025: 1 paper</title>')
  expect(renderDayTrend(trends)).toContain('<title>1 October 2025: 2 papers</title>')
})

test('an archive without digests has nothing to show, and says so', () => {
  const empty = toTrends(toExampleContext([]))
  expect(empty).toEqual({ months: [], monthTotals: [], topics: [], days: [] })
  expect(renderDayTrend(empty)).toContain('Nothing yet.')
})
