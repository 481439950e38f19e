import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkdownToken, parseBlocks, parseInline, parseMarkdown } from './markdown.ts'

function flatten(tokens: readonly MarkdownToken[]): MarkdownToken[] {
  return tokens.flatMap((token) => [token, ...flatten(token.children ?? [])])
}

function math(text: string): string[] {
  return flatten(parseMarkdown(text)).flatMap(({ type, content }) =>
    type.startsWith('math_') ? [content.trim()] : [],
  )
}

test.each([
  ['$λ$-GRPO and LLM$\\times$MapReduce', ['λ', '\\times']],
  ['\\( \\beta_v, \\alpha \\) and $+1.9\\%$', ['\\beta_v, \\alpha', '+1.9\\%']],
  ['$$\na + b\n$$', ['a + b']],
  ['\\[\na + b\n\\]', ['a + b']],
])('reads the math of %s', (text, expected) => {
  expect(math(text)).toEqual(expected)
})

test.each([
  'It costs $0.07 per input and $100 a day.',
  'From $5 to $10.',
  'US$5 and US$6',
  '`$x$`',
  '```\n$x$\n```',
  '\\$x$',
])('leaves money and code alone: %s', (text) => {
  expect(math(text)).toEqual([])
})

test('a formula that nobody closed ends with its paragraph', () => {
  const types = parseMarkdown('$$\na\n\n# Next').map(({ type }) => type)
  expect(types).toContain('heading_open')
  expect(types).not.toContain('math_block')
})

test('raw HTML and unsafe addresses stay text', () => {
  const types = flatten(parseMarkdown('<b>x</b> [y](javascript:alert(1)) <script>z</script>')).map(
    ({ type }) => type,
  )
  expect(types).not.toContain('html_inline')
  expect(types).not.toContain('html_block')
  expect(types).not.toContain('link_open')
})

test('dashes right under a paragraph are a rule on their own line', () => {
  const { tokens } = parseBlocks('a\nb\n---\nc', { firstLine: 1 })
  expect(tokens.map(({ type, map }) => [type, map])).toEqual([
    ['paragraph_open', [0, 3]],
    ['inline', [0, 2]],
    ['paragraph_close', null],
    ['hr', [2, 3]],
    ['paragraph_open', [3, 4]],
    ['inline', [3, 4]],
    ['paragraph_close', null],
  ])
})

test('a title is inline only', () => {
  expect(parseInline('# A *title*').map(({ type }) => type)).toEqual(['text', 'em_open', 'text', 'em_close'])
})

test('no text makes it throw', () => {
  const markup = fc.string({
    unit: fc.constantFrom(
      '$',
      '$$',
      '\\(',
      '\\)',
      '\n',
      '#',
      '- ',
      '>',
      '`',
      '[',
      ']',
      '(',
      ')',
      '|',
      'a',
      ' ',
    ),
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), markup), (text) => {
      parseBlocks(text, { firstLine: 1 })
      parseMarkdown(text)
    }),
  )
})
