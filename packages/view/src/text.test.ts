import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toProse } from './prose.ts'
import { makeContext } from './publication.fixture.ts'
import { textWidth } from './text-width.ts'

const papers = new Map([['2510.00001', { number: 3, href: 'https://fold.example/news/digests/d/#paper' }]])

function text(markdown: string): string {
  return toProse(markdown, makeContext({ papers })).text
}

function numbered(
  markdown: string,
  columns = 30,
): { readonly text: string; readonly notes: readonly string[] } {
  const notes: string[] = []
  return { text: toProse(markdown, makeContext({ papers })).numbered(notes, columns), notes }
}

describe('text', () => {
  test.each([
    ['## A *b*\n\nc', 'A b\n\nc'],
    ['- a\n  - b\n    1. c\n- d', '• a\n  • b\n    1. c\n• d'],
    ['9. a\n10. b\n\n    c', '9. a\n\n10. b\n\n    c'],
    ['> a\n>\n> b', '> a\n>\n> b'],
    ['```\nx = 1\n\ny\n```', '    x = 1\n\n    y'],
    ['a\n\n---\n\nb', 'a\n\n———\n\nb'],
    ['$$\\alpha^2$$', '    α²'],
    ['**a** `b` ~~c~~ $x_i$', 'a b c xᵢ'],
    ['[a](https://a.example/) ![b](https://a.example/b.png)', 'a b'],
    ['a  \nb', 'a\nb'],
    ['| fold | n |\n|:--|--:|\n| a | 10 |\n| b | 9 |', 'fold   n\n────  ──\na     10\nb      9'],
  ])('%j', (markdown, expected) => {
    expect(text(markdown)).toBe(expected)
  })
})

describe('numbered text', () => {
  test('links become numbers, the same address once', () => {
    const markdown = '[a](https://a.example/x), https://b.example/y and [again](https://a.example/x).'
    expect(numbered(markdown, 80)).toEqual({
      text: 'a [1], [2] and again [1].',
      notes: ['https://a.example/x', 'https://b.example/y'],
    })
  })

  test('numbers go on where the notes before ended', () => {
    const notes = ['https://z.example/']
    expect(toProse('[a](https://a.example/)', makeContext()).numbered(notes, 80)).toBe('a [2]')
  })

  test('a paper of the same digest is its number', () => {
    const markdown =
      'A fold (https://arxiv.org/abs/2510.00001v2), [this one](http://arxiv.org/pdf/2510.00001).'
    expect(numbered(markdown, 80)).toEqual({ text: 'A fold (→\u00a03), this one (→\u00a03).', notes: [] })
  })

  test('lines end at the columns, and lists hang', () => {
    expect(numbered('- a fold that is longer than one line of thirty\n- b').text).toBe(
      '• a fold that is longer than\n  one line of thirty\n• b',
    )
  })

  test('Chinese is broken between characters, and never before a full stop', () => {
    expect(numbered('折纸折纸折纸折纸折纸折纸折纸折纸。折', 16).text).toBe(
      '折纸折纸折纸折纸\n折纸折纸折纸折\n纸。折',
    )
  })

  test('a table too wide for the columns becomes lines of its cells', () => {
    const markdown = '| method | how it folds the paper |\n|--|--|\n| crease | along a line that is drawn |'
    expect(numbered(markdown, 32).text).toBe(
      '• method: crease\n  how it folds the paper: along\n  a line that is drawn',
    )
  })

  test('no line of words is wider than the columns', () => {
    const words = fc.array(
      fc.constantFrom('fold', 'paper,', 'a', '折纸', '✂️', 'crease', 'é', '- ', '\n', '> ', '\n\n'),
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 80 }), (parts, columns) => {
        const lines = numbered(parts.join(' '), columns).text.split('\n')
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})

test.each([
  ['abc', 3],
  ['折纸', 4],
  ['é', 1],
  ['👩‍👩‍👧', 2],
  ['αᵢ', 2],
])('%s takes %i columns', (word, width) => {
  expect(textWidth(word)).toBe(width)
})
