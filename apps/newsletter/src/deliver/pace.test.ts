import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

const makeClock = () => {
  let time = 1_000
  return { now: () => time, sleep: async () => undefined, advance: (ms: number) => (time += ms) }
}

test('spaces mails evenly over all', () => {
  const pace = createPace({ perSecond: 10 }, makeClock())
  expect([1, 2, 3].map(() => pace('a.example', 5_000))).toEqual([0, 100, 200])
})

test('spaces mails to one domain without holding up another', () => {
  const pace = createPace({ perSecondPerDomain: 2 }, makeClock())
  expect([pace('a.example', 5_000), pace('a.example', 5_000), pace('b.example', 5_000)]).toEqual([0, 500, 0])
})

test('a wait that is too long is told and takes nobody’s turn', () => {
  const clock = makeClock()
  const pace = createPace({ perSecondPerDomain: 1 }, clock)
  expect([pace('a.example', 500), pace('a.example', 500), pace('a.example', 500)]).toEqual([0, 1_000, 1_000])
  clock.advance(1_000)
  expect(pace('a.example', 500)).toBe(0)
})
