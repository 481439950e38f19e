import type { Digest } from '@broadsheet/core'
import { parseRevisions, toRevisionInstants } from '@broadsheet/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { toItemHash } from './item-hash.ts'
import { type ExamplePaper, exampleDigest, publish } from './publication.fixture.ts'
import { formatRevisions, revise } from './revise.ts'

const now = '2025-12-01T10:30:00Z'
const nothing = { items: {} }

const papers = (abstract: string): readonly ExamplePaper[] => [
  { id: '2510.00001', abstract },
  { id: '2510.00002', keywords: 'Parsing' },
]
const others = [
  exampleDigest('2025-10-17', [{ id: '2510.00003' }, { id: '2510.00004' }]),
  exampleDigest('2025-11-03', [{ id: '2511.00001', authors: 'Ada Lovelace' }]),
]
const before = [exampleDigest('2025-10-16', papers('First.')), ...others]
const after = [exampleDigest('2025-10-16', papers('First.\n\nAnd more, on other lines.')), ...others]

const changedKeys = ['digests/arxiv_cs_CL_2025-10-16_report', 'papers/2510.00001']

test('the first time, everything is new and nothing has changed', () => {
  const { revisions, changed, added } = revise(publish(before).archive, nothing, now)
  expect(changed).toEqual([])
  expect(added).toHaveLength(8)
  expect(Object.values(revisions.items).some(({ updated }) => updated)).toBe(false)
})

test('an edited paper and its digest have changed now, and what stands below them in the file has not', () => {
  const first = revise(publish(before).archive, nothing, '2025-11-04T00:00:00Z').revisions
  const { revisions, changed } = revise(publish(after).archive, first, now)
  expect(changed.toSorted()).toEqual(changedKeys)
  for (const [key, { updated }] of Object.entries(revisions.items))
    expect(updated, key).toBe(changedKeys.includes(key) ? now : undefined)
})

test('what did not change again keeps the date of its last change, and what is gone stays known', () => {
  const first = revise(publish(before).archive, nothing, now).revisions
  const second = revise(publish(after).archive, first, now).revisions
  expect(revise(publish(after).archive, second, '2026-01-01T00:00:00Z').revisions).toEqual(second)
  expect(revise(publish(others).archive, second, '2026-01-01T00:00:00Z').revisions).toEqual(second)
})

test('one edited paper changes its item and its digest, in every feed that holds them, and no other byte', () => {
  const first = revise(publish(before).archive, nothing, '2025-11-04T00:00:00Z').revisions
  const { revisions } = revise(publish(after).archive, first, now)
  const instants = toRevisionInstants(publish(after).config, revisions)
  const old = buildInMemory(publish(before))
  const built = buildInMemory(publish(after, {}, instants))
  expect([...built.keys()]).toEqual([...old.keys()])
  const holders = [...old]
    .filter(([, text]) => changedKeys.some((key) => hasItem(text, key)))
    .map(([path]) => path)
  expect([...built].filter(([path, text]) => text !== old.get(path)).map(([path]) => path)).toEqual(holders)
  expect(holders).toHaveLength(23)
  for (const path of holders) {
    expect(withoutItems(built.get(path) ?? '', changedKeys), path).toBe(
      withoutItems(old.get(path) ?? '', changedKeys),
    )
    expect(built.get(path), path).toMatch(/2025-12-01T10:30:00(\.000)?Z|Mon, 01 Dec 2025 10:30:00 GMT/)
  }
})

test('a revisions file is read back as it was written, one item a line', () => {
  const item = fc.record(
    { hash: fc.stringMatching(/^[0-9a-f]{16}$/), updated: fc.constant(now) },
    { requiredKeys: ['hash'] },
  )
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().map((key) => `papers/${key}`),
        item,
        { noNullPrototype: true },
      ),
      (items) => {
        const text = formatRevisions({ items })
        expect(parseRevisions(text, 'revisions.json')).toEqual({ items })
        expect(text.split('\n').length).toBeLessThanOrEqual(Object.keys(items).length + 5)
      },
    ),
  )
})

test('a hash is of what readers see: not of lines, the file, pleasantries or the order of keys', () => {
  const [digest] = before
  if (digest === undefined) return
  const reordered: Digest = { ...Object.fromEntries(Object.entries(digest).reverse()), ...digest }
  const moved = {
    ...reordered,
    source: { file: 'other.md', sha256: '0'.repeat(64) },
    fields: { location: 'here' },
  }
  expect(toItemHash(moved)).toBe(toItemHash(digest))
  expect(toItemHash({ ...digest, title: 'Another title' })).not.toBe(toItemHash(digest))
})

function hasItem(text: string, key: string): boolean {
  return new RegExp(`(<id>|<guid[^>]*>|"id":")tag:broadsheet.example,2025:${key}[<"]`).test(text)
}

/** A document less some items and less its own date. */
function withoutItems(text: string, keys: readonly string[]): string {
  return text
    .replace(/<(item|entry)>.*?<\/\1>|^\{"id":.*$/gms, (item) =>
      keys.some((key) => hasItem(item, key)) ? '' : item,
    )
    .replace(/^ {4,8}<(updated|lastBuildDate)>.*$/m, '')
}
