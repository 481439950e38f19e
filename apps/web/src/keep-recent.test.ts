import { expect, test } from 'vitest'
import { keepRecent } from './keep-recent.ts'

test('the last answers are remembered, and one is forgotten that was not asked for', () => {
  const asked: string[] = []
  const find = keepRecent(2, (key) => {
    asked.push(key)
    return key.toUpperCase()
  })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(find)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
})
