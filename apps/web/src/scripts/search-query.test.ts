import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facets, formatQuery, parseQuery } from './search-query.ts'

test('reads words and facets from an address', () => {
  expect(parseQuery(new URLSearchParams('q=reward+models&topic=Agents&year='))).toEqual({
    words: 'reward models',
    chosen: { topic: 'Agents' },
  })
})

test('asks for nothing where nothing is asked', () => {
  expect(formatQuery(parseQuery(new URLSearchParams('page=2')))).toBe('')
})

test('reads back what it wrote', () => {
  const words = fc.string().map((text) => text.trim())
  const value = fc.string({ minLength: 1 })
  const chosen = fc.record(Object.fromEntries(facets.map(({ name }) => [name, value])), {
    requiredKeys: [],
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(fc.record({ words, chosen }, { noNullPrototype: true }), (query) => {
      expect(parseQuery(new URLSearchParams(formatQuery(query)))).toEqual(query)
    }),
  )
})
