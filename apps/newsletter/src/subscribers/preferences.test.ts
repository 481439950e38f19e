import { expect, test } from 'vitest'
import { formatPreference, parsePreference } from './preferences.ts'

test('reads topics and authors as people write them, in any order, each once', () => {
  const one = { topics: ['Large Language Models', ' agents '], authors: ['Jane Doe'], categories: ['cs.CL'] }
  const other = {
    topics: ['agents', 'large-language-models', 'Agents'],
    authors: ['jane-doe'],
    categories: [' cs.CL'],
  }
  expect(formatPreference(one)).toBe(formatPreference(other))
  expect(parsePreference(formatPreference(one))).toEqual({
    topics: ['agents', 'large-language-models'],
    authors: ['jane-doe'],
    categories: ['cs.CL'],
  })
})

test('no wish at all is everything', () => {
  expect(formatPreference({ topics: ['', ' '], authors: [], categories: [] })).toBe('')
  expect(parsePreference('')).toBeUndefined()
})
