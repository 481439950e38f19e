import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toProse } from './prose.ts'
import { makeContext } from './publication.fixture.ts'

function html(markdown: string, changes: Parameters<typeof makeContext>[0] = {}): string {
  return toProse(markdown, makeContext(changes)).html
}

describe('blocks', () => {
  test.each([
    ['# A\n\n### B\n\n## C', '<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>'],
    ['#### A\n\n## B', '<h3>A</h3>\n<h3>B</h3>'],
    ['# A\n## B\n### C\n#### D\n##### E', '<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>'],
    ['##\n\nx', '<p>x</p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['- a\n\n- b', '<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>'],
    ['3. a\n   - b', '<ol start="3">\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ol>'],
    ['> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['a\n\n---\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['```js\na < b\n```', '<pre><code>a &lt; b\n</code></pre>'],
    [
      '| a |  |\n|---|--:|\n| 1 | 2 |',
      '<table>\n<thead>\n<tr><th scope="col">a</th><td></td></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>',
    ],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  test('on the site what may be wide can be scrolled with the keyboard', () => {
    expect(html('```\na\n```', { channel: 'site' })).toBe(
      '<div class="scroll" role="group" tabindex="0" aria-label="Code"><pre><code>a\n</code></pre></div>',
    )
  })

  test('on the site a wide formula in a sentence scrolls too, a short one does not', () => {
    expect(html('so $$x^2$$ holds', { channel: 'site' })).toMatch(
      /^<p>so <span class="scroll" role="group" tabindex="0" aria-label="Formula"><math .*<\/math><\/span> holds<\/p>$/,
    )
    expect(html('so $x^2$ holds', { channel: 'site' })).not.toContain('scroll')
    expect(html('[so $$x^2$$](https://a.example/)', { channel: 'site' })).not.toContain('scroll')
  })
})

describe('inlines', () => {
  test.each([
    ['*a* **b** ~~c~~ `d`', '<em>a</em> <strong>b</strong> <s>c</s> <code>d</code>'],
    ['**Strengths:**The fold', '<strong>Strengths:</strong>The fold'],
    ['这是**“折纸”**的', '这是<strong>“折纸”</strong>的'],
    ['2**3 and x ** 2', '2**3 and x ** 2'],
    ['a stray **mark', 'a stray mark'],
    ['\\textbf{(a)}b', '<strong>(a)</strong>b'],
    ['\\textit{a *b} c*', 'a <em>b c</em>'],
    ['a  \nb', 'a<br>b'],
    ['a\nb', 'a b'],
    ['&lt;b&gt; & "c"', '&lt;b&gt; &amp; &quot;c&quot;'],
    ['<think></think> and <50%', '&lt;think&gt;&lt;/think&gt; and &lt;50%'],
    ['<b onclick="x()">a</b>', 'a'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<!-- a --> <?x?>', '&lt;!-- a --&gt; &lt;?x?&gt;'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })

  test('mail has math in words, the others as MathML', () => {
    expect(html('$x_i$', { channel: 'mail' })).toBe('<p>xᵢ</p>')
    expect(html('$x_i$', { channel: 'site' })).toMatch(/^<p><math /)
  })
})

describe('links', () => {
  test.each([
    ['[a](https://a.example/b)', '<a href="https://a.example/b">a</a>'],
    ['[a](http://arxiv.org/list)', '<a href="https://arxiv.org/list">a</a>'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](ftp://a.example)', 'a'],
    ['[a](https://user:word@a.example)', 'a'],
    ['[a](//a.example)', 'a'],
    ['[a](/digests/x)', '<a href="https://fold.example/digests/x">a</a>'],
    ['<mailto:a@b.example>', '<a href="mailto:a@b.example">mailto:a@b.example</a>'],
    ['![a fold](https://a.example/x.png)', '<a href="https://a.example/x.png">a fold</a>'],
    ['[![a](https://a.example/x.png)](https://b.example/)', '<a href="https://b.example/">a</a>'],
    [
      '`[1](https://a.example/x)`',
      '<code>[1]</code> (<a href="https://a.example/x">https://a.example/x</a>)',
    ],
    ['`f[1](x)`', '<code>f[1](x)</code>'],
    ['[](https://a.example/)', '<a href="https://a.example/">https://a.example/</a>'],
    ['[a](https://a.example/?"b\')', '<a href="https://a.example/?%22b%27">a</a>'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

const pieces = fc.constantFrom(
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '```',
    '`',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '!',
    '|',
    '|--|',
    '---',
    '\n',
    '\n\n',
  ],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '\\',
    '$',
    '$$',
    '\\(',
    '\\)',
    '\\textit{',
    '}',
    '{',
    '<b>',
    '<a href="x">',
    '    ',
  ],
  ...[
    'https://a.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'on',
    'word',
    ' ',
    '\u{e0f0}',
    '\u{e0f3}',
    '~',
  ],
)

test('whatever an author writes, nothing but the elements that readers keep comes out, all of them closed', () => {
  const channels = fc.constantFrom('site' as const, 'feed' as const, 'mail' as const)
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), channels, (parts, channel) => {
      const prose = toProse(parts.join(''), makeContext({ channel }))
      expect(findWrongTags(prose.html)).toEqual([])
      expect(prose.html).not.toMatch(/[\u{e0f0}-\u{e0f6}]/u)
      expect(prose.text).not.toMatch(/[\u{e0f0}-\u{e0f6}]/u)
      expect(typeof prose.numbered([], 72)).toBe('string')
    }),
    { numRuns: 500 },
  )
})

const kept =
  /^<\/?(?:h[1-6]|p|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|hr|br|a|em|strong|s|div|span|m[a-z]+)(?: (?:href="(?:https?|mailto):[^"<>]*"|start="\d+"|scope="col"|class="scroll"|role="group"|tabindex="0"|aria-label="\w+"|xmlns="[^"]*"|[a-z]+="[\w .+%-]*"))*>$/

function findWrongTags(markup: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag, slash, name = ''] of markup.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gi)) {
    if (!kept.test(tag) || / on[a-z]+=/i.test(tag)) wrong.push(tag)
    if (slash === '/') {
      if (open.pop() !== name) wrong.push(`${tag} closes nothing`)
    } else if (name !== 'hr' && name !== 'br') open.push(name)
  }
  const stray = markup.replace(/<\/?[a-z0-9]+(?: [^<>]*)?>/gi, '').match(/[<>]/g) ?? []
  return [...wrong, ...open, ...stray]
}

test.each([
  ['emphasis in emphasis', '*a '.repeat(5000) + 'a* '.repeat(5000)],
  ['stars', `${'*'.repeat(150_000)}a`],
  ['words that are emphasised', '*a* '.repeat(60_000)],
])('thousands of %s are no more than a long text', (_, markdown) => {
  const { html, text } = toProse(markdown, makeContext({ channel: 'feed' }))
  expect(findWrongTags(html)).toEqual([])
  expect(text).toContain('a')
})

test('emphasis within links within emphasis stays closed where the depth ends', () => {
  const markdown = `${'*a **b '.repeat(12)}[c](https://a.example/)${' b** a*'.repeat(12)} *end*`
  const prose = toProse(markdown, makeContext({ channel: 'feed' }))
  expect(findWrongTags(prose.html)).toEqual([])
  expect(prose.html).toMatch(/<em>end<\/em><\/p>$/)
})
