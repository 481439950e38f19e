import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompiledSite, openCompiledSite } from './compiled-site.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-compiled-'))
})

afterAll(() => rm(folder, { recursive: true }))

const open = (makers?: string, plugin?: string) =>
  openCompiledSite({ mails: join(folder, 'mails') }, { makers, plugin })

const writtenAt = async ({ program }: CompiledSite) => (await stat(program)).mtimeMs

test('the same makers compile once, others and unknown ones again', async () => {
  const site = await open('makers')
  const first = await writtenAt(site)
  expect((await readdir(site.files)).toSorted()).toEqual(['assets', 'favicon.svg'])
  expect(await writtenAt(await open('makers'))).toBe(first)
  const second = await writtenAt(await open('others'))
  expect(second).toBeGreaterThan(first)
  expect(await writtenAt(await open())).toBeGreaterThan(second)
}, 60_000)

test('a site that does not compile fails the build and is not kept', async () => {
  const plugin = join(folder, 'plugin.mjs')
  await writeFile(plugin, `throw new Error('no plugin')`)
  await expect(open('makers', plugin)).rejects.toThrow('the compiler ended with 1')
  await expect(open('makers', plugin)).rejects.toThrow('the compiler ended with 1')
}, 60_000)
