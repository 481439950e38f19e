import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DigestCachePlaces, openDigestCache } from './digest-cache.ts'
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

function toSource(title: string, file = 'a.md') {
  const text = `---\ntitle: ${title}\npermalink: /digests/a\ndate: 2025-10-16\n---\n\nWords.\n\n# One\n\nAuthors: A B\n`
  return { file, bytes: new TextEncoder().encode(text) }
}

/** What is kept says of itself that it was kept. */
function markKept(): void {
  for (const name of readdirSync(places.folder)) {
    const file = join(places.folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"title":"A"', '"title":"kept"'))
  }
}

function readTitle(source = toSource('A')): string | undefined {
  const cache = openDigestCache(places)
  const { digest } = cache.parse(source)
  cache.close()
  return digest?.title
}

test('gives what parsing gives, from the file and from what was kept of it', () => {
  const parsed = parseDigest(toSource('A'))
  expect(openDigestCache(places).parse(toSource('A'))).toEqual(parsed)
  expect(openDigestCache(places).parse(toSource('A'))).toEqual(parsed)
})

test('a file that has not changed is not parsed again', () => {
  readTitle()
  markKept()
  expect(readTitle()).toBe('kept')
})

test.each([
  ['other bytes', () => readTitle(toSource('A '))],
  ['another file name', () => readTitle(toSource('A', 'b.md'))],
  ['other code', () => writeFileSync(join(root, 'packages/core/src/outline.ts'), 'two')],
  ['other libraries', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  [
    'a damaged cache',
    () => readdirSync(places.folder).map((name) => writeFileSync(join(places.folder, name), '{')),
  ],
])('%s: parsed again', (_, change) => {
  readTitle()
  markKept()
  change()
  expect(readTitle()).toBe('A')
})

test('what nobody asked for is forgotten', () => {
  readTitle()
  readTitle(toSource('B'))
  expect(readdirSync(places.folder)).toHaveLength(1)
})

test('a folder that cannot be written to costs nothing but time', () => {
  writeFileSync(places.folder, 'a file')
  expect(readTitle()).toBe('A')
})
