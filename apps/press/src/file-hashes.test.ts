import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FileHashes, hashFiles } from './file-hashes.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-hashes-'))
  file = join(folder, 'one.md')
  writeFileSync(file, 'one')
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** As if the files had been written long before they are read. */
function hashLater(known: FileHashes = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  return hashFiles([file], known)
}

const forged = (known: FileHashes): FileHashes =>
  Object.fromEntries(Object.entries(known).map(([name, hash]) => [name, { ...hash, sha256: 'kept' }]))

test('a file whose stamp stays is not read again', () => {
  const { settled } = hashLater()
  expect(hashLater(forged(settled)).hashes[file]?.sha256).toBe('kept')
})

test('a file of other bytes is read again, even when size and time are set back', () => {
  const { settled } = hashLater()
  const { atime, mtime } = statSync(file)
  writeFileSync(file, 'two')
  utimesSync(file, atime, mtime)
  expect(hashLater(forged(settled)).hashes[file]?.sha256).toMatch(/^3fc4ccfe/)
})

test('a file that was just written is hashed and not kept, since it may be written again at once', () => {
  const { hashes, settled } = hashFiles([file], {})
  expect(hashes[file]?.sha256).toMatch(/^7692c3ad/)
  expect(settled).toEqual({})
})
