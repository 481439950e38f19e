import { describe, expect, test } from 'vitest'
import { collectDiagnostics } from './diagnostics.ts'
import { type FrontMatter, maximumFrontMatterLength, splitFrontMatter } from './front-matter.ts'

function split(text: string): { frontMatter: FrontMatter | undefined; found: string[] } {
  const { report, diagnostics } = collectDiagnostics('a.md')
  const frontMatter = splitFrontMatter({ file: 'a.md', sha256: '', text }, report)
  return { frontMatter, found: diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`) }
}

function fieldsOf(yaml: string): Record<string, string> {
  const { frontMatter, found } = split(`---\n${yaml}\n---\n`)
  expect(found).toEqual([])
  return Object.fromEntries([...(frontMatter?.fields ?? [])].map(([key, { value }]) => [key, value]))
}

test('cuts a digest into fields with their lines and a body with its line', () => {
  const { frontMatter } = split('---\ntitle: "A: b"\n\n# comment\ndate: 2025-10-16\n---\n\nBody\n---\nmore\n')
  expect(frontMatter?.fields).toEqual(
    new Map([
      ['title', { value: 'A: b', line: 2 }],
      ['date', { value: '2025-10-16', line: 5 }],
    ]),
  )
  expect(frontMatter?.body).toBe('\nBody\n---\nmore\n')
  expect(frontMatter?.bodyLine).toBe(7)
})

test.each([
  ['---\na: b\n---\nbody', 'body', 4],
  ['---\na: b\n---', '', 3],
  ['---\na: b\n---\n', '', 4],
  ['---  \na: b\n--- \t\nbody', ' \t\nbody', 3],
  ['---\n---\nbody', 'body', 3],
  ['---\n# only a comment\n---\nbody', 'body', 4],
])('the body of %j begins on its own line', (text, body, bodyLine) => {
  const { frontMatter } = split(text)
  expect(frontMatter).toMatchObject({ body, bodyLine })
  expect(
    text
      .split('\n')
      .slice(bodyLine - 1)
      .join('\n'),
  ).toMatch(new RegExp(`${body}$`))
})

describe('values are text exactly as written', () => {
  test.each([
    ['2025-10-16'],
    ['2025-10-16T00:00:00Z'],
    ['12:30'],
    ['yes'],
    ['no'],
    ['null'],
    ['~'],
    ['0x1F'],
    ['1_000'],
    ['1.0'],
    ['.inf'],
    ['007'],
    ['true'],
    ['1e3'],
  ])('%s', (value) => {
    expect(fieldsOf(`a: ${value}`)).toEqual({ a: value })
  })

  test.each([
    ['a:', ''],
    ['a: "x \\u00e9 \\" y"', 'x é " y'],
    ["a: 'it''s'", "it's"],
    ['a: |\n  one\n  two\n', 'one\ntwo\n'],
    ['a: >-\n  one\n  two', 'one two'],
    ['a: x # comment', 'x'],
    ['a: [x, "y, z", 3]', 'x, y, z, 3'],
    ['a:\n  - x\n  - y', 'x, y'],
    ['a: []', ''],
    ['a: !!str 5', '5'],
  ])('%j', (yaml, value) => {
    expect(fieldsOf(yaml)).toEqual({ a: value })
  })
})

test('lists and maps inside a field are kept as JSON and reported', () => {
  const { frontMatter, found } = split('---\na: {b: [1, {c: d}]}\ne: [[x], y]\n---\n')
  expect(found).toEqual(['2:1 field-not-text', '3:1 field-not-text'])
  expect(frontMatter?.fields.get('a')?.value).toBe('{"b":["1",{"c":"d"}]}')
  expect(frontMatter?.fields.get('e')?.value).toBe('[["x"],"y"]')
})

test('keys that JavaScript knows are keys like any other', () => {
  const { frontMatter } = split('---\n__proto__: {x: 1}\nconstructor: y\ntoString: z\n---\n')
  expect([...(frontMatter?.fields.keys() ?? [])]).toEqual(['__proto__', 'constructor', 'toString'])
  expect(frontMatter?.fields.get('__proto__')?.value).toBe('{"x":"1"}')
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})

describe('refuses', () => {
  const deep = `a: ${'['.repeat(9)}${']'.repeat(9)}`
  test.each([
    ['no front matter', 'title: x\n', '1:1 front-matter-missing'],
    ['an empty file', '', '1:1 front-matter-missing'],
    ['a longer line of dashes', '----\na: b\n----\n', '1:1 front-matter-missing'],
    ['no end', '---\na: b\n\n# Title\n', '1:1 front-matter-unclosed'],
    ['JavaScript', '---js\n{ a: process.exit(9) }\n---\n', '1:4 front-matter-language'],
    ['JSON', '---json\n{"a": 1}\n---\n', '1:4 front-matter-language'],
    ['a line that only begins like the end', '---\na: b\n---- more\n---\n', '3:1 front-matter-invalid'],
    ['an unquoted colon', '---\ndate: x\ntitle: a: b\n---\n', '3:8 front-matter-invalid'],
    ['an open quote', '---\ntitle: "a\n---\n', '2:10 front-matter-invalid'],
    ['a tab', '---\na:\n\tb: c\n---\n', '3:1 front-matter-invalid'],
    ['a list', '---\n- a\n---\n', '2:1 front-matter-invalid'],
    ['a sentence', '---\nhello\n---\n', '2:1 front-matter-invalid'],
    ['a second document', '---\na: b\n...\nc: d\n---\n', '4:1 front-matter-invalid'],
    ['a key that is a list', '---\n? [a]\n: b\n---\n', '2:3 front-matter-invalid'],
    ['a duplicate key', '---\na: b\nc: d\na: e\n---\n', '4:1 front-matter-duplicate-key'],
    ['a tag', '---\na: !!js/function "x"\n---\n', '2:4 front-matter-unsafe'],
    ['a tag of its own', '---\na: !secret x\n---\n', '2:4 front-matter-unsafe'],
    ['an anchor', '---\na: &x b\n---\n', '2:7 front-matter-unsafe'],
    ['an alias', '---\na: *x\n---\n', '2:4 front-matter-unsafe'],
    ['a merge key', '---\n<<: {a: b}\n---\n', '2:1 front-matter-unsafe'],
    ['deep nesting', `---\n${deep}\n---\n`, '2:12 front-matter-too-deep'],
    ['very deep nesting', `---\na: ${'['.repeat(12_000)}\n---\n`, undefined],
    ['a long comment', `---\n# ${'x'.repeat(maximumFrontMatterLength)}\n---\n`, '1:1 front-matter-too-large'],
    ['an escaped control character', '---\na: "\\u001b[2J"\n---\n', '2:1 control-character'],
    ['an escaped override in a list', '---\nb: c\na: ["\\u202e"]\n---\n', '3:1 control-character'],
    ['half a character', '---\na: "\\ud800"\n---\n', '2:1 control-character'],
  ])('%s', (_, text, finding) => {
    const { frontMatter, found } = split(text)
    expect(frontMatter).toBeUndefined()
    expect(found).toEqual(finding === undefined ? [expect.stringContaining('front-matter-')] : [finding])
  })

  test('an alias bomb, at its first anchor', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]'
    expect(split(`---\n${bomb}\n---\n`).found[0]).toMatch(/^2:\d+ front-matter-unsafe$/)
  })
})

describe('gray-matter', () => {
  test('runs no JavaScript', () => {
    split('---js\n(globalThis.wasRun = true, {})\n---\n')
    split('---javascript\n(globalThis.wasRun = true, {})\n---\n')
    expect(Object.hasOwn(globalThis, 'wasRun')).toBe(false)
  })

  test('says the same about broken YAML the second time', () => {
    const broken = '---\ntitle: a: b\n---\n'
    expect(split(broken)).toEqual(split(broken))
    expect(split(broken).found).toHaveLength(1)
  })

  test('does not hand out one object twice', () => {
    const text = '---\na: b\n---\n'
    expect(split(text).frontMatter?.fields).not.toBe(split(text).frontMatter?.fields)
  })

  test('takes no more than a moment for lines without anything', () => {
    const start = performance.now()
    split(`---\n${'\n'.repeat(maximumFrontMatterLength - 10)}\n---\n`)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
