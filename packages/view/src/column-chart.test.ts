import { expect, test } from 'vitest'
import { renderColumnChart } from './column-chart.ts'

const chart = {
  id: 'papers',
  title: 'Papers <by> month',
  description: '12 papers',
  columns: [
    { value: 4, words: 'October & before: 4 papers' },
    { value: 0, words: 'November: 0 papers' },
    { value: 8, words: 'December: 8 papers' },
  ],
  ends: ['October', 'December'],
} as const

test('has a name and a description for those who do not see it, escaped', () => {
  const svg = renderColumnChart(chart)
  expect(svg).toContain('role="img" aria-labelledby="papers-title papers-desc"')
  expect(svg).toContain('<title id="papers-title">Papers &lt;by&gt; month</title>')
  expect(svg).toContain('<title>October &amp; before: 4 papers</title>')
})

test('a column is as tall as its share of the largest value, and nothing has no column', () => {
  const heights = [...renderColumnChart(chart).matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(
    ([, tall]) => tall,
  )
  expect(heights).toEqual(['50', '100'])
})

test('charts side by side share a scale', () => {
  expect(renderColumnChart({ ...chart, maximum: 16 })).toContain('height="25"')
})

test('no column at all draws an empty chart', () => {
  expect(renderColumnChart({ ...chart, columns: [] })).not.toMatch(/NaN|Infinity|<rect/)
})

test('holds no style that a strict policy would refuse', () => {
  expect(renderColumnChart(chart)).not.toContain('style=')
})
