import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toMathWords } from './math-words.ts'

test.each([
  ['\\times', '×'],
  ['+1.9\\%', '+1.9%'],
  ['\\alpha_i \\leq 5', 'αᵢ ≤ 5'],
  ['\\alpha^*', 'α*'],
  ['x_{ref}y', 'x_ref y'],
  ['x_{a,b}^{(i)}', 'x_(a,b)⁽ⁱ⁾'],
  ['\\pi_{ref}(z_c|\\bm{x})', 'π_ref(z_c|x)'],
  ['10^{-3}', '10⁻³'],
  ['90^\\circ', '90°'],
  ['A^\\top B', 'AᵀB'],
  ["f'(x)", 'f′(x)'],
  ['\\frac{a+b}{c}', '(a+b)/c'],
  ['\\frac12', '1/2'],
  ['\\sqrt{x+1} + \\sqrt[3]{y}', '√(x+1) + ∛y'],
  ['\\binom{n}{k}', '(n choose k)'],
  ['\\mathcal{L}_m', 'ℒₘ'],
  ['\\mathbb{R}^d', 'ℝᵈ'],
  ['\\mathbb{E}', 'E'],
  ['\\hat{x} + \\bar{xy}', 'x̂ + xy'],
  ['x\\in X', 'x ∈ X'],
  ['2\\times3', '2×3'],
  ['a \\cdot b', 'a · b'],
  ['\\log x', 'log x'],
  ['\\text{if } x > 0', 'if x > 0'],
  ['\\left( \\frac{1}{2} \\right.', '( 1/2'],
  ['\\begin{cases}1 & x\\\\2 & y\\end{cases}', '1 x; 2 y'],
  ['a \\not= b', 'a ≠ b'],
  ['\\xrightarrow{f}', '→(f)'],
  ['\\|x\\|_2', '‖x‖₂'],
  ['\\foo{bar} \\baz', 'bar baz'],
  ['\\$0.07', '$0.07'],
  ['\\color{red} x', 'x'],
  ['{{{', ''],
  ['\\', ''],
])('%s is %s', (tex, words) => {
  expect(toMathWords(tex)).toBe(words)
})

const pieces = fc.constantFrom(
  ...[
    '\\',
    '{',
    '}',
    '^',
    '_',
    '$',
    '&',
    '~',
    '[',
    ']',
    ' ',
    '\n',
    '\\frac',
    '\\hat',
    '\\left',
    '\\begin{array}',
  ],
  ...['\\sqrt', '\\text', '\\not', '\\\\', 'x', '1', '\\alpha', '\\leq'],
)

test('any text becomes one line without backslashes, and with no dollar that was not escaped', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      const tex = parts.join('')
      const words = toMathWords(tex)
      expect(words).not.toMatch(/[\\\n]/)
      if (!tex.includes('\\$')) expect(words).not.toContain('$')
    }),
  )
})

test.each(['\\hat', '{', '^', '\\frac', '_{'])('%s repeated for ever does not exhaust the stack', (tex) => {
  expect(() => toMathWords(tex.repeat(20_000))).not.toThrow()
})
