import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readContentStamp } from './content-stamp.ts'

test('the stamp is the same until a file comes, changes, is renamed or goes', async () => {
  const content = await mkdtemp(join(tmpdir(), 'broadsheet-stamp-'))
  vi.stubEnv('BROADSHEET_CONTENT', content)
  const file = join(content, 'a.md')
  const stamps = [await readContentStamp()]
  expect(await readContentStamp()).toBe(stamps[0])
  for (const change of [
    () => writeFile(file, 'one'),
    () => writeFile(file, 'three'),
    () => rename(file, join(content, 'b.md')),
    () => writeFile(join(content, 'c.md'), ''),
    () => rm(join(content, 'b.md')),
  ]) {
    await change()
    stamps.push(await readContentStamp())
  }
  expect(new Set(stamps).size).toBe(stamps.length)
  vi.unstubAllEnvs()
  await rm(content, { recursive: true })
})
