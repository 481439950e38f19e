import { expect, test } from 'vitest'
import { formatMeasurements, toMedian } from './measurement.ts'

test('the median is the middle round, whatever the order', () => {
  expect(toMedian([900, 1, 3])).toBe(3)
})

test('a table has its figures under each other', () => {
  const table = formatMeasurements([
    { name: 'core', value: 15.26, unit: 'MB/s', goal: '15 or more' },
    { name: 'the whole site', value: 1234.5, unit: 'ms' },
  ])
  expect(table).toBe('core             15.3 MB/s  (goal: 15 or more)\nthe whole site  1,235 ms')
})
