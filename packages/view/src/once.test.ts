import { expect, test } from 'vitest'
import { once, onceWhileRecent } from './once.ts'

test('a value is made when it is first asked for, and once', () => {
  let made = 0
  const value = once(() => ({ made: ++made }))
  expect(made).toBe(0)
  expect([value(), value()]).toEqual([{ made: 1 }, { made: 1 }])
})

test('a value that can be made again is kept while few others have been made since', () => {
  let made = 0
  const value = onceWhileRecent(() => ({ made: ++made }))
  const makeOthers = (count: number) => {
    for (let other = 0; other < count; other++) onceWhileRecent(() => ({ other }))()
  }
  value()
  makeOthers(5)
  expect(value().made).toBe(1)
  makeOthers(50)
  expect(value().made).toBe(2)
})
