import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectDiagnostics } from './diagnostics.ts'
import { splitFrontMatter } from './front-matter.ts'
import { decodeSource, maximumSourceBytes, type Source } from './source.ts'

function decode(bytes: Uint8Array | string): { source: Source | undefined; found: string[] } {
  const { report, diagnostics } = collectDiagnostics('a.md')
  const source = decodeSource({ file: 'a.md', bytes: Buffer.from(bytes) }, report)
  return { source, found: diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`) }
}

test('keeps the file, the text and the SHA-256 of the bytes as they are in the file', () => {
  const bytes = Buffer.from('\ufeffa\r\nb')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(decode(bytes)).toEqual({ source: { file: 'a.md', sha256, text: 'a\nb' }, found: [] })
})

test.each([
  ['a\r\nb\rc\nd\r\r\ne', 'a\nb\nc\nd\n\ne'],
  ['\ufeff---', '---'],
  ['tab\tand line\n', 'tab\tand line\n'],
  ['', ''],
  ['a\ufffdb', 'a\ufffdb'],
  ['family 👩‍👩‍👧, right\u200eto left', 'family 👩‍👩‍👧, right\u200eto left'],
])('reads %j', (text, expected) => {
  const { source, found } = decode(text)
  expect(source?.text).toBe(expected)
  expect(found).toEqual([])
})

describe('names the encoding of a file that is no UTF-8', () => {
  test.each([
    ['UTF-16 little endian with a mark', Buffer.from('\ufeffhi', 'utf16le'), '1:1 encoding-utf16'],
    ['UTF-16 big endian with a mark', Buffer.from('\ufeffhi', 'utf16le').swap16(), '1:1 encoding-utf16'],
    ['UTF-16 little endian without', Buffer.from('---\ntitle: é\n', 'utf16le'), '1:1 encoding-utf16'],
    ['UTF-16 big endian without', Buffer.from('---\ntitle: é\n', 'utf16le').swap16(), '1:1 encoding-utf16'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0]), '1:1 encoding-utf16'],
    ['Latin-1', Buffer.from('abc\r\nna\u00efve', 'latin1'), '2:3 encoding-not-utf8'],
    ['Windows-1252', Buffer.from('a\n\nb \x93q\x94', 'latin1'), '3:3 encoding-not-utf8'],
    ['a cut character at the end', Buffer.from('\u00e9—').subarray(0, 4), '1:2 encoding-not-utf8'],
    ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), '1:2 encoding-not-utf8'],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), '1:1 encoding-not-utf8'],
    [
      'a bad byte after U+FFFD itself',
      Buffer.concat([Buffer.from('a\ufffdb\ufffd'), Buffer.of(0xff)]),
      '1:5 encoding-not-utf8',
    ],
  ])('%s', (_, bytes, finding) => {
    expect(decode(bytes)).toEqual({ source: undefined, found: [finding] })
  })

  test.each([
    [
      Buffer.from('na\u00efve', 'latin1'),
      'The byte 0xEF here is no UTF-8; the file looks like Latin-1, where it is `ï`.',
    ],
    [
      Buffer.from('\x93q\x94', 'latin1'),
      'The byte 0x93 here is no UTF-8; the file looks like Windows-1252, where it is `“`.',
    ],
    [
      Buffer.concat([Buffer.from('é'), Buffer.of(0xff)]),
      'The byte 0xFF here is no UTF-8, though the text before it is.',
    ],
  ])('in words, %#', (bytes, message) => {
    const { report, diagnostics } = collectDiagnostics('a.md')
    decodeSource({ file: 'a.md', bytes }, report)
    expect(diagnostics[0]?.message).toBe(message)
  })
})

describe('refuses characters that nobody sees', () => {
  test.each([
    ['a\0b', '1:2'],
    ['one\ntwo\u001b[2J', '2:4'],
    ['\u007f', '1:1'],
    ['a\u0085b', '1:2'],
    ['right\u202eleft', '1:6'],
    ['\u2066isolate', '1:1'],
    ['\ufdd0', '1:1'],
    ['🧠\u{1ffff}', '1:3'],
    ['page\fbreak', '1:5'],
  ])('%j', (text, place) => {
    expect(decode(text)).toEqual({ source: undefined, found: [`${place} control-character`] })
  })

  test('each at its place, and no more than ten', () => {
    expect(decode('\u0001\nb\u0001').found).toEqual(['1:1 control-character', '2:2 control-character'])
    expect(decode('\u0001'.repeat(5000)).found).toHaveLength(10)
  })
})

test('a file larger than the limit is refused by its size alone', () => {
  const found = ['1:1 file-too-large']
  expect(decode(Buffer.alloc(maximumSourceBytes + 1, 0xff))).toEqual({ source: undefined, found })
  expect(decode(Buffer.alloc(maximumSourceBytes, 0x20)).found).toEqual([])
})

test('repairs damage with one warning a line, at its first run', () => {
  const { source, found } = decode('fine\na 1.6Ã— â€” b\nc â€” d')
  expect(source?.text).toBe('fine\na 1.6× — b\nc — d')
  expect(found).toEqual(['2:6 encoding-repaired', '3:3 encoding-repaired'])
})

test('drops a byte order mark that was damaged', () => {
  expect(decode('ï»¿---\n').source?.text).toBe('---\n')
})

test('no bytes throw, and what is read has nothing that is refused', () => {
  const piece = fc.constantFrom(
    '---\n',
    'title: ',
    '\ufeff',
    '\r\n',
    'Ã—',
    '"',
    ': ',
    '- ',
    '[',
    '{',
    '&a',
    '*a',
    '!t',
    '\t',
    '\\x',
    'é',
  )
  const pieces = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 })
    .map((all) => Buffer.from(all.join('')))
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), pieces)
  fc.assert(
    fc.property(bytes, fc.boolean(), (body, hasFence) => {
      const { report, diagnostics } = collectDiagnostics('a.md')
      const all = hasFence ? Buffer.concat([Buffer.from('---\n'), body, Buffer.from('\n---\nbody')]) : body
      const source = decodeSource({ file: 'a.md', bytes: all }, report)
      const frontMatter = source && splitFrontMatter(source, report)
      expect(source?.text ?? '').not.toMatch(/[\r\0\u202e]/)
      if (frontMatter === undefined) expect(diagnostics.map(({ severity }) => severity)).toContain('error')
    }),
    { numRuns: 3000 },
  )
})
