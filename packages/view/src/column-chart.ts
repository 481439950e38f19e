import { escapeHtml } from './escape-html.ts'

/** One column; `words` say the whole of it, such as `October 2025: 12 papers`. */
export type ChartColumn = { readonly value: number; readonly words: string }

/**
 * `id` is unique on the page. `maximum` is the value of the chart's top, the largest one when absent: charts
 * side by side share it. `ends` are the words under the first and the last column.
 */
export type ColumnChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly columns: readonly ChartColumn[]
  readonly maximum?: number
  readonly ends: readonly [string, string]
}

const height = { label: 20, plot: 100, ends: 20 } as const
const whole = height.label + height.plot + height.ends

/**
 * Columns as an SVG element as wide as its container: widths are shares, so that words keep their size on a
 * phone. Colours are the custom properties of the site's sheet; without one, columns have the colour of text.
 */
export function renderColumnChart(chart: ColumnChart): string {
  const { id, title, description, columns, ends } = chart
  const maximum = Math.max(chart.maximum ?? Math.max(0, ...columns.map(({ value }) => value)), 1)
  const base = height.label + height.plot
  return [
    `<svg class="chart" width="100%" height="${whole}" role="img" aria-labelledby="${escapeHtml(id)}-title ${escapeHtml(id)}-desc">`,
    `<title id="${escapeHtml(id)}-title">${escapeHtml(title)}</title>`,
    `<desc id="${escapeHtml(id)}-desc">${escapeHtml(description)}</desc>`,
    renderLine(height.label),
    renderWords('0', height.label - 6, 'start', String(maximum)),
    ...columns.map((column, index) =>
      renderColumn(column, index / columns.length, 1 / columns.length, maximum),
    ),
    renderLine(base),
    renderWords('0', whole - 4, 'start', ends[0]),
    renderWords('100%', whole - 4, 'end', ends[1]),
    '</svg>',
  ].join('')
}

/** A column in the middle of its share of the width; a few columns alone are no broad blocks. */
function renderColumn({ value, words }: ChartColumn, start: number, share: number, maximum: number): string {
  if (value <= 0) return ''
  const tall = round(Math.min(value / maximum, 1) * height.plot)
  const wide = Math.min(share * 0.8, 0.1)
  const x = percent(start + (share - wide) / 2)
  const y = round(height.label + height.plot - tall)
  return `<rect x="${x}" y="${y}" width="${percent(wide)}" height="${tall}" fill="var(--color-accent, currentColor)"><title>${escapeHtml(words)}</title></rect>`
}

function renderLine(y: number): string {
  return `<line x1="0" x2="100%" y1="${y}.5" y2="${y}.5" stroke="var(--color-rule, currentColor)"/>`
}

function renderWords(x: string, y: number, anchor: 'start' | 'end', words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="12" fill="var(--color-quiet, currentColor)">${escapeHtml(words)}</text>`
}

function percent(share: number): string {
  return `${round(share * 100)}%`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
