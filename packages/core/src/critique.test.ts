import { expect, test } from 'vitest'
import { readCritique, splitCritique } from './critique.ts'

function parts(markdown: string) {
  const { text: _, ...found } = readCritique({ markdown, line: 1 })
  return found
}

test('cuts parts at headings, with the lines they begin on', () => {
  expect(
    parts(
      'Intro.\n\n### **Strengths**\n\n1. a\n   - b\n\n---\n\n### Weaknesses\n\n- c\n\n### Overall Assessment\n\nGood.',
    ),
  ).toEqual({
    strengths: { markdown: '1. a\n   - b', line: 5 },
    weaknesses: { markdown: '- c', line: 12 },
    assessment: { markdown: 'Good.', line: 16 },
  })
})

test('cuts parts at bold lines; bold lines between them are sub-headings', () => {
  expect(
    parts('**Strengths:**\n\n**Novelty:**\n- a\n\n**Weaknesses:**\n- b\n\n**Overall Assessment:**\nGood.'),
  ).toEqual({
    strengths: { markdown: '**Novelty:**\n- a', line: 3 },
    weaknesses: { markdown: '- b', line: 7 },
    assessment: { markdown: 'Good.', line: 10 },
  })
})

test('cuts parts whose name begins their paragraph', () => {
  expect(parts('**Strengths:** It is new.\n\n**Weaknesses**: It is slow.')).toEqual({
    strengths: { markdown: 'It is new.', line: 1 },
    weaknesses: { markdown: 'It is slow.', line: 3 },
  })
})

test('keeps deeper headings inside a part', () => {
  expect(parts('## Strengths\n\n### Method\n\na\n\n## 2. Weaknesses and Limitations\n\nb')).toEqual({
    strengths: { markdown: '### Method\n\na', line: 3 },
    weaknesses: { markdown: 'b', line: 9 },
  })
})

test('takes a summary for the assessment only after the weaknesses', () => {
  expect(
    parts('### Summary\n\nIt trains.\n\n### Strengths\n\na\n\n### Weaknesses\n\nb\n\n### Summary\n\nGood.'),
  ).toEqual({
    strengths: { markdown: 'a', line: 7 },
    weaknesses: { markdown: 'b', line: 11 },
    assessment: { markdown: 'Good.', line: 15 },
  })
})

test('finds no part in code, lists or quotes', () => {
  expect(parts('```\n# Strengths\n```\n\n- **Strengths:**\n\n> ### Weaknesses')).toEqual({})
})

test('cuts the whole critique in order and loses no word', () => {
  const markdown =
    'It trains.\n\n### Strengths\n\na\n\n### Method\n\nb\n\n**Weaknesses:** c\n\n### Overall Assessment\n\nd'
  expect(splitCritique({ markdown, line: 1 })).toEqual([
    { kind: 'rest', body: { markdown: 'It trains.', line: 1 } },
    { kind: 'strengths', heading: 'Strengths', body: { markdown: 'a', line: 5 } },
    { kind: 'rest', body: { markdown: '### Method\n\nb', line: 7 } },
    { kind: 'weaknesses', heading: 'Weaknesses:', body: { markdown: 'c', line: 11 } },
    { kind: 'assessment', heading: 'Overall Assessment', body: { markdown: 'd', line: 15 } },
  ])
})
