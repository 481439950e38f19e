import { expect, test } from 'vitest'
import { generateDigests } from './corpus.ts'

test('the same seed gives the same bytes, and another seed others', () => {
  expect([...generateDigests(3, 1)]).toEqual([...generateDigests(3, 1)])
  expect([...generateDigests(3, 1)]).not.toEqual([...generateDigests(3, 2)])
})

test('a shorter run is the beginning of a longer one', () => {
  expect([...generateDigests(30, 7)].slice(0, 10)).toEqual([...generateDigests(10, 7)])
})

test('one digest a weekday, each of the size of a real one', () => {
  const digests = [...generateDigests(100, 1)]
  expect(digests.slice(0, 4).map(({ file }) => file.slice(12, 22))).toEqual([
    '2020-01-01',
    '2020-01-02',
    '2020-01-03',
    '2020-01-06',
  ])
  const sizes = digests.map(({ bytes }) => bytes.length).sort((a, b) => a - b)
  expect(sizes[50]).toBeGreaterThan(45_000)
  expect(sizes[50]).toBeLessThan(90_000)
})
