import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRoot } from './content-folder.ts'
import { parseAhead } from './parse-ahead.ts'
import { readArchive } from './read-archive.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'core-ahead-'))
  await mkdir(join(folder, 'content'))
})

afterEach(() => rm(folder, { recursive: true }))

const toCache = () => ({ folder: join(folder, 'cache'), root: findRoot(import.meta.dirname) ?? '' })

async function write(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
    const text = `---\ntitle: Digest\ndate: ${date}\n---\n\n# Paper ${day}\n\n## Abstract\n\nWords.\n`
    await writeFile(join(folder, 'content', `${date}.md`), text)
  }
  await writeFile(join(folder, 'content/broken.md'), 'No digest.\n')
}

/** What a cache holds, by the names of its files. */
async function readKept(cache: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(cache)).toSorted()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(cache, name), 'hex')] as const)),
  )
}

test('an archive reads the same, and finds all of it in the cache', async () => {
  await write(240)
  const content = join(folder, 'content')
  const plain = readArchive(content, { aliases: {} })
  const cache = toCache()
  await parseAhead(content, cache)
  const kept = await readKept(cache.folder)
  expect(kept.size).toBe(16)
  expect(readArchive(content, { aliases: {}, cache })).toEqual(plain)
  expect(await readKept(cache.folder), 'nothing was left to be parsed').toEqual(kept)
})

test('what other code has parsed does not count', async () => {
  await write(240)
  const cache = toCache()
  await mkdir(cache.folder)
  await writeFile(join(cache.folder, 'other-0'), '')
  await parseAhead(join(folder, 'content'), cache)
  expect(await readdir(cache.folder)).toHaveLength(17)
})

test('a few digests are left to who reads them', async () => {
  await write(20)
  await parseAhead(join(folder, 'content'), toCache())
  await expect(readdir(toCache().folder)).rejects.toThrow('ENOENT')
})

test('a folder that is missing is told as who reads it would', async () => {
  await expect(parseAhead(join(folder, 'none'), toCache())).rejects.toThrow('cannot be read')
})
