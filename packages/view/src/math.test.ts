import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMathml, renderMathWords } from './math.ts'

const open = '<math xmlns="http://www.w3.org/1998/Math/MathML"'

test('math is a MathML element with nothing beside it', () => {
  expect(renderMathml('x^2', false)).toBe(`${open}><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>`)
})

test.each([
  ['\\times', '×'],
  ['\\sim', '~'],
  ['<', '&lt;'],
])('a sign alone is that character: %s', (tex, sign) => {
  expect(renderMathml(tex, false)).toBe(sign)
})

test('display math says so', () => {
  expect(renderMathml('x', true)).toBe(`${open} display="block"><mrow><mi>x</mi></mrow></math>`)
})

// KaTeX adds a copy of the source, a span and a class even with `output: 'mathml'`.
test.each(['\\frac{a}{b}', '\\color{red}{x}', '\\boxed{x}', '\\text{a $b$}', '\\operatorname{softmax}'])(
  'no source, class, style or colour is left of %s',
  (tex) => {
    const html = renderMathml(tex, false)
    expect(html).not.toMatch(/annotation|semantics| class=| style=|mathcolor|\\/)
    expect(html).toMatch(/^<math .*<\/math>$/)
  },
)

test('letters of another alphabet are written as such, since browsers no longer read `mathvariant`', () => {
  expect(renderMathml('\\mathcal{L}\\mathbf{W}\\bm{x}', false)).toContain('<mi>ℒ</mi><mi>𝐖</mi><mi>𝒙</mi>')
})

test.each([
  ['\\href{javascript:alert(1)}{x}', 'href'],
  ['\\includegraphics{https://a.example/x.png}', 'includegraphics'],
  ['\\htmlClass{a}{x}', 'htmlClass'],
])('%s is words', (tex, words) => {
  const html = renderMathml(tex, false)
  expect(html).toContain(words)
  expect(html).not.toMatch(/javascript|src=|href=|class=/)
})

test.each([
  ['a & b < c', 'a b &lt; c'],
  ['\\frac{a', 'a/'],
  ['\\def\\a{\\a\\a}\\a', 'def a a a'],
])('what KaTeX cannot read becomes its words: %s', (tex, words) => {
  expect(renderMathml(tex, false)).toBe(words)
})

test('commands of common packages are known', () => {
  expect(renderMathml('\\mathbbm{1} \\mathds{R} \\label{eq}', false)).toMatch(/^<math/)
})

test('words are escaped', () => {
  expect(renderMathWords('a < b')).toBe('a &lt; b')
})

test('no formula throws, and the same gives the same', () => {
  const pieces = fc.constantFrom(
    '\\',
    '{',
    '}',
    '^',
    '_',
    '&',
    '<',
    '"',
    '\\frac',
    '\\text{',
    '\\begin{x}',
    'x',
    '1 ',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }),
      fc.boolean(),
      (parts, display) => {
        const html = renderMathml(parts.join(''), display)
        expect(renderMathml(parts.join(''), display)).toBe(html)
        expect(html).not.toMatch(/<(?!\/?m[a-z]+[ >/])/)
      },
    ),
  )
})
