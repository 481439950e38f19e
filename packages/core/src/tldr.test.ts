import { expect, test } from 'vitest'
import { readTldr } from './tldr.ts'

test('reads the counts as data and the rest as text', () => {
  const markdown = 'Total papers: 81 , Selected papers: 10\n\nHere is a TL;DR summary of the themes:\n\n- one'
  expect(readTldr({ markdown, line: 12 }, 10)).toEqual({
    counts: { total: 81, selected: 10 },
    opening: 'Here is a TL;DR summary of the themes:',
    body: { markdown: '- one', line: 16 },
    line: 10,
  })
})

test('finds the counts after the text', () => {
  expect(
    readTldr({ markdown: 'Two themes.\n\n**Total papers:** 9, **Selected papers:** 2', line: 12 }, 10),
  ).toEqual({
    counts: { total: 9, selected: 2 },
    body: { markdown: 'Two themes.', line: 12 },
    line: 10,
  })
})

test('has counts and nothing else', () => {
  expect(readTldr({ markdown: 'Total papers: 5 , Selected papers: 1', line: 12 }, 10)).toEqual({
    counts: { total: 5, selected: 1 },
    line: 10,
  })
})

test('does not read counts inside a sentence', () => {
  const markdown = 'Of the total papers: 5, selected papers: 1 stand out today.'
  expect(readTldr({ markdown, line: 12 }, 10)).toEqual({ body: { markdown, line: 12 }, line: 10 })
})
