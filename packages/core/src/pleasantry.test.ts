import { expect, test } from 'vitest'
import { splitPleasantry } from './pleasantry.ts'

function split(markdown: string) {
  return splitPleasantry({ markdown, line: 5 })
}

test.each([
  'Of course. Here is a critique of the paper "A: B. C," focusing on its strengths.',
  'Certainly! Here’s a concise summary of the work:',
  'Based on the provided paper, here is a summary focusing on its methods and results:',
  'Here is an analysis of the strengths and weaknesses of the paper *X: Y*.',
])('sets apart: %s', (pleasantry) => {
  expect(split(`${pleasantry}\n\n---\n\nThe text.`)).toEqual({
    pleasantry,
    text: { markdown: 'The text.', line: 9 },
  })
})

test.each([
  'Here is a summary of results, which is unusual. The paper shows that it works.\n\nMore.',
  'Based on the provided annotations, the authors train a model.\n\nMore.',
  'Here is a critique of the paper.',
  'Sure-footed methods win.\n\nMore.',
])('leaves real text alone: %s', (markdown) => {
  expect(split(markdown)).toEqual({ text: { markdown, line: 5 } })
})

test('takes a greeting off the text that follows on its line', () => {
  expect(split('Of course. The paper trains a model.')).toEqual({
    pleasantry: 'Of course.',
    text: { markdown: 'The paper trains a model.', line: 5 },
  })
})

test('takes the first line only, when the text goes on right under it', () => {
  expect(split('Here is a summary of the paper:\n**Method:** it works.')).toEqual({
    pleasantry: 'Here is a summary of the paper:',
    text: { markdown: '**Method:** it works.', line: 6 },
  })
})
