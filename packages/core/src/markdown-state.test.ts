import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { usePlainStates } from './markdown-state.ts'

const markdownIt = new MarkdownIt('default', { html: false })
const plain = new MarkdownIt('default', { html: false })
usePlainStates(plain)

const pieces = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '---',
    '===',
    '```',
    '| a |',
    '|-|',
    '[a]: b.c "t"',
  ],
  ...['a', 'é', '😀', '*', '**', '_', '~~', '`', '``', '\\', '!', '[', ']', '(', ')', '](b.c)', '![', '[a]'],
  ...['<http://b.c>', '<b>', '&amp;', '&', '&#65;', '  \n', '\\\n', '\\*', ':', '=', '.'],
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((found) => found.join(''))

test('plain states give the tokens that markdown-it gives', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(toData(plain.parse(text, {}))).toEqual(toData(markdownIt.parse(text, {})))
      expect(toData(plain.parseInline(text, {}))).toEqual(toData(markdownIt.parseInline(text, {})))
      expect(plain.render(text)).toBe(markdownIt.render(text))
    }),
    { numRuns: 500 },
  )
})

function toData(tokens: object): unknown {
  return JSON.parse(JSON.stringify(tokens))
}
