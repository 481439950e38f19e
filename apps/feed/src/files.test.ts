import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openOutputFolder, readRevisions, writeRevisions } from './files.ts'

const root = mkdtempSync(join(tmpdir(), 'broadsheet-feed-'))
afterAll(() => rmSync(root, { recursive: true }))

test('gives back bytes of any of many files, and leaves the files of others alone', () => {
  writeFileSync(join(root, 'index.html'), 'not ours')
  const folder = openOutputFolder(root)
  const paths = Array.from({ length: 1500 }, (_, index) => `archive/${index}/rss.xml`)
  for (const path of paths) folder.write({ path, bytes: Buffer.from(`before ${path} after`) })
  const read = paths.map((path) => folder.read({ path, offset: 7, length: path.length }))
  expect(read.map((bytes) => Buffer.from(bytes).toString())).toEqual(paths)
  folder.close()
  expect(readFileSync(join(root, 'index.html'), 'utf8')).toBe('not ours')
})

test('revisions stand beside the digests, and there are none before they are written', () => {
  expect(readRevisions(root)).toEqual({ items: {} })
  const revisions = { items: { 'papers/2510.00001': { hash: '0123456789abcdef' } } }
  writeRevisions(root, revisions)
  expect(readRevisions(root)).toEqual(revisions)
})
