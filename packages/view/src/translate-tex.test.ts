import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitMarks } from './marks.ts'
import { translateTex } from './translate-tex.ts'

/** Marks written as tags, so that they can be read. */
function translate(markdown: string): string {
  const pieces = splitMarks(translateTex(markdown)).map(({ text, mark }) => {
    if (mark === undefined) return text
    return mark.opens ? `<${mark.opens}>` : mark.closes ? `</${mark.closes}>` : '<br>'
  })
  return pieces.join('')
}

describe('text commands', () => {
  test.each([
    ['a \\textit{fold} here', 'a <em>fold</em> here'],
    ['\\textbf{L}arge', '<strong>L</strong>arge'],
    ['\\textit{a \\textbf{b} c}', '<em>a <strong>b</strong> c</em>'],
    ['{\\em old} and {\\bf style}', '<em>old</em> and <strong>style</strong>'],
    ['\\texttt{fold\\_it}', '`fold_it`'],
    ['\\texttt{a`b}', '``a`b``'],
    ['\\textsc{Fold}', 'Fold'],
    ['\\unknown{word} and \\two{a}{b}', 'word and a b'],
    ['\\\\textbf{twice escaped}', '<strong>twice escaped</strong>'],
    ['\\textbf{never closed', 'never closed'],
    ['\\ldots{} and \\S 3, \\copyright', '… and § 3, ©'],
    ['\\alpha-folding, 3\\times', 'α-folding, 3×'],
    ['see \\cite{fold2020}', 'see \\[fold2020\\]'],
    ['\\ie{} \\method{} \\etal', 'i.e. method et al.'],
    ['x \\label{eq:1}y', 'x y'],
    ['10\\textsuperscript{-3}', '10⁻³'],
    ['one \\\\ two', 'one   two'],
    ['\\verb|a_b|', '`a_b`'],
  ])('%s becomes %s', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })

  test.each([
    [
      '\\href{https://a.example/b_c\\%20d}{the \\textit{code}}',
      '[the <em>code</em>](<https://a.example/b_c%20d>)',
    ],
    ['\\url{https://a.example/~x}', '<https://a.example/~x>'],
    ['fold\\footnote{thin}.', 'fold (thin).'],
    [
      'fold\\footnote{\\href{https://a.example/x_y}{https://a.example/x_y}}',
      'fold ([https://a.example/x\\_y](<https://a.example/x_y>))',
    ],
    ['\\href{javascript:alert(1)}{x}', 'x'],
    ['\\href{https://a.example}{\\url{https://b.example}}', '[https://b.example](<https://a.example>)'],
  ])('links: %s becomes %s', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })

  test.each([
    ['caf\\\'e na\\"{\\i}ve Erd\\H{o}s \\v{s} \\c c', 'café naïve Erdős š ç'],
    ['{\\"o} {\\o} \\o stergaard \\ss', 'ö ø østergaard ß'],
    ['\\~{}x and \\^{}', '\\~x and \\^'],
    ["don\\'t, it\\'s, we\\'re", "don\\'t, it\\'s, we\\'re"],
    ['a \\"word\\" here', 'a \\"word\\" here'],
  ])('accents: %s becomes %s', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })

  test.each([
    ['C:\\Users\\fold', 'C:\\Users\\fold'],
    ['a \\n in text', 'a \\n in text'],
    ['5\\% \\& \\# \\_ \\$5 \\{a\\}', '5\\% \\& \\# \\_ \\$5 \\{a\\}'],
    ['{a, b} and {x}', '{a, b} and {x}'],
  ])('%s stays', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })
})

describe('dashes, ties and quotes', () => {
  test.each([
    ['bias--variance', 'bias–variance'],
    ['folds---all of them---hold', 'folds—all of them—hold'],
    ['pages 3 -- 5', 'pages 3 – 5'],
    ['run it with --json', 'run it with --json'],
    ['<!-- a note -->', '<!-- a note -->'],
    ['| a | b |\n|--|:--:|\n| x--y | 1 |', '| a | b |\n|--|:--:|\n| x–y | 1 |'],
    ['Title\n--', 'Title\n--'],
    ['Table~3 at~\\textit{x}', 'Table\u00a03 at\u00a0<em>x</em>'],
    ['~29% of 2~3', '~29% of 2~3'],
    ['~~gone~~', '~~gone~~'],
    ["``quoted'' and `single'", '“quoted” and ‘single’'],
    ['``code with ` in it`` stays', '``code with ` in it`` stays'],
  ])('%s becomes %s', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })
})

describe('money and math', () => {
  test.each([
    ['$0.07 per input and $100 in all', '\\$0.07 per input and \\$100 in all'],
    ['from $5 to $10', 'from \\$5 to \\$10'],
    ['USD$5 or 10$ each', 'USD\\$5 or 10\\$ each'],
    ['US$5 million (US$)', 'US\\$5 million (US\\$)'],
    ['- costs $5\n- gains x$', '- costs \\$5\n- gains x\\$'],
    ['$x$, $5$, $n = 5$ and $5 \\times 10^3$', '$x$, $5$, $n = 5$ and $5 \\times 10^3$'],
    ['$\\sim$30 and 3$\\times$3, $<$5', '\\(\\sim\\)30 and 3\\(\\times\\)3, \\(<\\)5'],
    ['$ \\alpha $ but $ word $', '\\(\\alpha\\) but \\$ word \\$'],
    ['$100K-$200K', '\\$100K-\\$200K'],
    ['gain $+1.9\\%$', 'gain $+1.9\\%$'],
    ['\\(\\alpha\\) and \\(see the note\\)', '\\(\\alpha\\) and &#40;see the note\\)'],
    ['so $$x^2$$ holds', 'so \\(\\displaystyle x^2\\) holds'],
    ['$$\nx^2\n$$', '$$\nx^2\n$$'],
    ['we set \\[ x = 1 \\] here', 'we set \\(\\displaystyle x = 1\\) here'],
    ['\\[\nx = 1\n\\]', '\\[\nx = 1\n\\]'],
    ['\\[sic\\]', '&#91;sic\\]'],
    ['\\begin{align} a &= b \\end{align}', '\\(\\displaystyle \\begin{aligned}a &= b\\end{aligned}\\)'],
    ['$\\textit{x} -- y$', '$\\textit{x} -- y$'],
  ])('%s becomes %s', (tex, expected) => {
    expect(translate(tex)).toBe(expected)
  })
})

describe('what is no TeX', () => {
  test.each([
    '`\\textit{x}` and ``a -- b``',
    '```\n\\textit{x} $5 -- y\n```',
    '~~~\n\\textit{x}\n~~~',
    '- item\n  ```\n  \\textit{x}\n  ```',
    'text\n\n    \\textit{code}',
    '[a](https://a.example/x--y)',
    '<https://a.example/a_b~c--d>',
    'plain words, nothing else',
  ])('%j stays as it is', (markdown) => {
    expect(translate(markdown)).toBe(markdown)
  })

  test('code in a list ends where the list goes on', () => {
    expect(translate('- a\n\n    \\textit{b}')).toBe('- a\n\n    <em>b</em>')
  })

  test('marks of emphasis inside an address belong to it', () => {
    expect(translate('https://a.example/_x_/y')).toBe('https://a.example/\\_x\\_/y')
  })

  test('a heading without its space gets it', () => {
    expect(translate('##Strengths\n#tag')).toBe('## Strengths\n#tag')
  })
})

describe('HTML', () => {
  test.each([
    ['<span style="color: red;">Note</span> <b>well</b>', 'Note well'],
    ['a<br>b', 'a<br>b'],
    ['10<sup>-3</sup> and H<sub>2</sub>O', '10⁻³ and H₂O'],
    ['<think></think> <FORK> <50% <p and y>', '<think></think> <FORK> <50% <p and y>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s becomes %s', (html, expected) => {
    expect(translate(html)).toBe(expected)
  })
})

test('marks of our own in a text are taken out first', () => {
  expect(translate('a\u{e0f0}b\u{e0f3}')).toBe('ab')
})

test('any text is translated, and no text command is left', () => {
  const pieces = fc.constantFrom(
    ...'\\ { } $ ` ~ -- < > ( ) [ ] \n'.split(' '),
    '\\textbf{',
    '\\emph{',
    'fold',
    ' ',
    '\n\n',
    '- ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const text = translateTex(parts.join(''))
      expect(typeof text).toBe('string')
    }),
  )
})

test('translating takes time in proportion to the text', () => {
  const hostile = ['\\textbf{', '`', '$a', '{', '\\href{', '<', '\\(', '``', '\\[x'].map((part) =>
    part.repeat(4000),
  )
  const start = performance.now()
  for (const text of hostile) translateTex(text)
  expect(performance.now() - start).toBeLessThan(3000)
})

test('a line as long as its file, full of dashes, takes time in proportion to its length', () => {
  const start = performance.now()
  expect(translateTex('a--b '.repeat(100_000))).toBe('a–b '.repeat(100_000))
  expect(performance.now() - start).toBeLessThan(5000)
})
