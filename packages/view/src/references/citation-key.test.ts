import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KeySource, toCitationKeys } from './citation-key.ts'
import { parsePerson } from './person.ts'

const source = (author: string, title: string, year = 2025): KeySource => ({
  authors: author === '' ? [] : [parsePerson(author)],
  year,
  title,
})

test.each([
  ['Guinan Su', 'Rewiring Experts on the Fly', 'su2025rewiring'],
  ['Laurens van der Maaten', 'On the Art of t-SNE', 'vandermaaten2025art'],
  ['Łukasz Größe', 'How to Évaluate Metrics', 'grosse2025evaluate'],
  ['Qwen Team', 'The Report', 'qwen2025report'],
  ['The ATLAS Collaboration', '4D Tracks', 'atlas2025'.concat('4d')],
  ['Yining Wang', 'λ-GRPO: Unifying', 'wang2025grpo'],
  ['王小明', 'What Is It', 'anon2025what'],
  ['', '模型', 'anon2025'],
])('the key of %s, “%s” is %s', (author, title, key) => {
  expect(toCitationKeys([source(author, title)])).toEqual([key])
})

test('the same key again gets a letter, and after z two', () => {
  const keys = toCitationKeys(Array.from({ length: 29 }, () => source('Guinan Su', 'Rewiring')))
  expect(keys.slice(0, 3)).toEqual(['su2025rewiring', 'su2025rewiringa', 'su2025rewiringb'])
  expect(keys.slice(-2)).toEqual(['su2025rewiringaa', 'su2025rewiringab'])
})

const sources = fc.array(
  fc
    .tuple(
      fc.constantFrom('Guinan Su', 'Lu Su', 'A', 'Ab'),
      fc.constantFrom('Routing', 'Routinga', 'Routing A', ''),
    )
    .map(([author, title]) => source(author, title)),
  { maxLength: 40 },
)

test('keys are distinct, of ASCII letters and digits, and stay when papers are added after them', () => {
  fc.assert(
    fc.property(sources, sources, (before, after) => {
      const keys = toCitationKeys([...before, ...after])
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.every((key) => /^[a-z0-9]+$/.test(key))).toBe(true)
      expect(toCitationKeys(before)).toEqual(keys.slice(0, before.length))
    }),
  )
})
