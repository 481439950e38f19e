/** One figure: what was measured, how much, and what must be reached where something must. */
export type Measurement = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal?: string
}

/** The middle of several rounds: one slow round on a busy machine does not move it. */
export function toMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Measurements as a table for a terminal, columns aligned. */
export function formatMeasurements(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, value, unit, goal }) => [
    name,
    value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 }),
    unit,
    goal ? `(goal: ${goal})` : '',
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(([name = '', value = '', unit = '', goal = '']) =>
      `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)} ${unit}  ${goal}`.trimEnd(),
    )
    .join('\n')
}
