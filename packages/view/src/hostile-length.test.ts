import { parseDigest } from '@broadsheet/core'
import { expect, test } from 'vitest'
import { toProse } from './prose.ts'
import { makeContext } from './publication.fixture.ts'
import { parsePerson } from './references/person.ts'

const length = 300_000
const openings = [
  '[',
  '![',
  '[[a',
  '\\(',
  '\\[',
  '\\(a ',
  '{\\bf ',
  "{\\'a",
  '$$a$$ ',
  '##a ',
  '\\"a',
  '<span ',
  '`a',
  '*a ',
]

test.each(openings)('a text of nothing but %j is rendered in time that grows with its length', (opening) => {
  const { html, text } = toProse(opening.repeat(length / opening.length), makeContext())
  expect(html.length + text.length).toBeGreaterThan(0)
})

test.each(['Authors', 'Keywords', 'Comments'])(
  'a label %s with a long run of spaces is read in time',
  (label) => {
    const value = `a${' '.repeat(length)}b`
    const text = `---\ntitle: One\ndate: 2025-10-16\n---\n\n# Paper\n\n${label}: ${value}\n`
    expect(
      parseDigest({ file: 'one.md', bytes: new TextEncoder().encode(text) }).digest?.papers,
    ).toHaveLength(1)
  },
)

test('a name as long as a file is not taken apart', () => {
  expect(parsePerson('a '.repeat(length))).toHaveProperty('literal')
})
