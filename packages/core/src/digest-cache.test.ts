import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DigestCachePlaces, isFilled, openDigestCache } from './digest-cache.ts'
import { parseDigest } from './parse-digest.ts'

let root: string
let places: DigestCachePlaces

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-cache-'))
  places = { root, folder: join(root, 'kept') }
  mkdirSync(join(root, 'packages/core/src'), { recursive: true })
  writeFileSync(join(root, 'packages/core/src/outline.ts'), 'one')
  writeFileSync(join(root, 'package-lock.json'), '{}')
})

afterEach(() => rmSync(root, { recursive: true }))

function toSource(title: string, file = 'a.md', stamp: string | undefined = undefined) {
  const text = `---\ntitle: ${title}\npermalink: /digests/a\ndate: 2025-10-16\n---\n\nWords.\n\n# One\n\nAuthors: A B\n`
  return { file, bytes: new TextEncoder().encode(text), stamp }
}

const listKept = () => readdirSync(places.folder).map((name) => join(places.folder, name))

/** What is kept says of itself that it was kept. */
function markKept(): void {
  for (const file of listKept()) {
    const chunk: readonly (readonly [string, { readonly parsed: object }])[] = deserialize(readFileSync(file))
    const marked = chunk.map(([name, kept]) => [name, { ...kept, parsed: { digest: { title: 'kept' } } }])
    writeFileSync(file, serialize(marked))
  }
}

function readTitles(...sources: readonly ReturnType<typeof toSource>[]): readonly (string | undefined)[] {
  const cache = openDigestCache(places)
  const titles = sources.map((source) => cache.parse(source).digest?.title)
  cache.close()
  return titles
}

test('gives what parsing gives, from the file and from what was kept of it', () => {
  const parsed = parseDigest(toSource('A'))
  const cache = openDigestCache(places)
  expect(cache.parse(toSource('A'))).toEqual(parsed)
  cache.close()
  expect(openDigestCache(places).parse(toSource('A'))).toEqual(parsed)
})

test('a file that has not changed is not parsed again', () => {
  readTitles(toSource('A'))
  markKept()
  expect(readTitles(toSource('A'))).toEqual(['kept'])
})

test('a file need not be read as long as its stamp stays', () => {
  readTitles(toSource('A', 'a.md', 'stamp'))
  const cache = openDigestCache(places)
  expect(cache.knows('a.md', 'stamp')).toBe(true)
  expect(cache.parse({ file: 'a.md', stamp: 'stamp' })).toEqual(parseDigest(toSource('A')))
  expect([cache.knows('a.md', 'other'), cache.knows('b.md', 'stamp')]).toEqual([false, false])
})

test('a file that is the same under another stamp is known by that one from then on', () => {
  readTitles(toSource('A', 'a.md', 'stamp'))
  markKept()
  expect(readTitles(toSource('A', 'a.md', 'other'))).toEqual(['kept'])
  expect(openDigestCache(places).knows('a.md', 'other')).toBe(true)
})

test.each([
  ['other bytes', () => readTitles(toSource('A '))],
  ['another file name', () => readTitles(toSource('A', 'b.md'))],
  ['other code', () => writeFileSync(join(root, 'packages/core/src/outline.ts'), 'two')],
  ['other libraries', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  ['a damaged cache', () => listKept().map((file) => writeFileSync(file, '{'))],
])('%s: parsed again', (_, change) => {
  readTitles(toSource('A'))
  markKept()
  change()
  expect(readTitles(toSource('A'))).toEqual(['A'])
})

test('what nobody asked for is forgotten', () => {
  readTitles(toSource('A', 'a.md', 'stamp'), toSource('B', 'b.md', 'stamp'))
  readTitles(toSource('B', 'b.md', 'stamp'))
  const cache = openDigestCache(places)
  expect([cache.knows('a.md', 'stamp'), cache.knows('b.md', 'stamp')]).toEqual([false, true])
})

test('what other code made is forgotten', () => {
  readTitles(toSource('A'))
  expect(isFilled(places)).toBe(true)
  writeFileSync(join(root, 'package-lock.json'), '{ }')
  expect(isFilled(places)).toBe(false)
  const before = listKept()
  readTitles(toSource('A'))
  expect(listKept().filter((file) => before.includes(file))).toEqual([])
})

test('those who share a cache fill it as one would', () => {
  const sources = Array.from({ length: 40 }, (_, index) => toSource('A', `${index}.md`))
  for (const part of [0, 1, 2]) {
    const cache = openDigestCache(places, { part, of: 3 })
    for (const source of sources) if (cache.holds(source.file)) cache.parse(source)
    cache.close()
  }
  markKept()
  expect(new Set(readTitles(...sources))).toEqual(new Set(['kept']))
})

test('a folder that cannot be written to costs nothing but time', () => {
  writeFileSync(places.folder, 'a file')
  expect(readTitles(toSource('A'))).toEqual(['A'])
})
