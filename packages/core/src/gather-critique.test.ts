import { expect, test } from 'vitest'
import { gatherCritique } from './gather-critique.ts'
import { parseBlocks } from './markdown.ts'
import { readOutline } from './outline.ts'

function gather(text: string) {
  const [paper] = readOutline(parseBlocks(`# Paper\n\n${text}`, { firstLine: 1 })).papers
  return gatherCritique(paper?.sections ?? []).map(({ heading, body }) => [heading, body?.markdown])
}

test('parts of level 2 after a critique are its parts', () => {
  expect(
    gather(
      '## Critique\n\nSo so.\n\n## 1. Strengths\n\n- Good\n\n## Overall Assessment\n\nFine.\n\n## Notes\n\nx',
    ),
  ).toEqual([
    ['Critique', 'So so.\n\n## 1. Strengths\n\n- Good\n\n## Overall Assessment\n\nFine.'],
    ['Notes', 'x'],
  ])
})

test('parts without a critique are one', () => {
  expect(gather('## Summary\n\nx\n\n## Strengths\n\n- Good\n\n## Weaknesses\n\n- Bad')).toEqual([
    ['Summary', 'x'],
    ['Critique', '## Strengths\n\n- Good\n\n## Weaknesses\n\n- Bad'],
  ])
})

test.each([
  '## Abstract\n\nx\n\n## Limitations\n\ny',
  '## Critique\n\nx\n\n## Summary\n\ny\n\n## Strengths\n\nz',
  '## Critique\n\n### Strengths\n\nx',
])('%j stays as it is', (text) => {
  expect(gather(text).map(([heading]) => heading)).toEqual(
    [...text.matchAll(/^## (.*)/gm)].map(([, heading]) => heading),
  )
})
