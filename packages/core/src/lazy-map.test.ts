import { expect, test } from 'vitest'
import { toLazyMap } from './lazy-map.ts'

const sources = new Map([
  ['fold', 1],
  ['crease', 2],
])

test('makes a value when it is first asked for, and only then', () => {
  const made: number[] = []
  const map = toLazyMap(sources, (source) => {
    made.push(source)
    return { source }
  })
  expect([map.size, map.has('fold'), map.has('paper'), [...map.keys()]]).toEqual([
    2,
    true,
    false,
    ['fold', 'crease'],
  ])
  expect(made).toEqual([])
  expect(map.get('crease')).toBe(map.get('crease'))
  expect(map.get('paper')).toBeUndefined()
  expect(made).toEqual([2])
})

test('is the same map as one that was made at once', () => {
  const map = toLazyMap(sources, (source) => [source])
  const whole = new Map([
    ['fold', [1]],
    ['crease', [2]],
  ])
  expect(new Map(map)).toEqual(whole)
  expect([...map.entries()]).toEqual([...whole.entries()])
  expect([...map.values()]).toEqual([...whole.values()])
  const visited: unknown[] = []
  map.forEach((value, key) => {
    visited.push([key, value])
  })
  expect(visited).toEqual([...whole])
})
