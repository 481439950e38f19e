import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish, publishInto, root } from './publish.ts'
import { readTree } from './read-published.ts'

let folder: string
let digests: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-again-'))
  await cp(join(root, 'content'), join(folder, 'content'), { recursive: true })
  digests = (await readdir(join(folder, 'content/digests'))).toSorted()
})

afterAll(() => rm(folder, { recursive: true }))

const digest = (index: number) => join(folder, 'content/digests', digests.at(index) ?? '')

const apart = `---
title: "Plumage"
date: 2025-11-11
category: cs.CL
---

Birds alone.

# Feathers of Owls

Authors: Ada Strix

Keywords: Ornithology

## Abstract

Owls hover quietly.
`

/** What happens to a publication, each after the build of what was there before. */
const changes: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'a digest added that shares nothing with the one before it',
    () => writeFile(join(folder, 'content/digests/arxiv_cs_CL_2025-11-11_report.md'), apart),
  ],
  ['a digest added', () => cp(join(root, 'content/digests', digests.at(-1) ?? ''), digest(-1))],
  [
    'a digest changed and another removed',
    async () => {
      const text = await readFile(digest(-2), 'utf8')
      await writeFile(digest(-2), text.replace(/^Keywords: .*$/m, 'Keywords: Printing, Expert Routing'))
      await rm(digest(0))
    },
  ],
]

test('a build into what the last one left gives the bytes of a build into an empty folder', async () => {
  const content = join(folder, 'content')
  await rm(digest(-1))
  const { out } = await publishInto(folder, content)
  const { mtimeMs } = await stat(join(out, 'robots.txt'))
  for (const [name, change] of changes) {
    await change()
    await publishInto(folder, content)
    const clean = await publish(content)
    const [again, made] = [await readTree(out), await readTree(clean.out)]
    await rm(join(clean.out, '..'), { recursive: true })
    expect([...again.keys()], name).toEqual([...made.keys()])
    const stale = [...made].filter(([path, bytes]) => !again.get(path)?.equals(bytes)).map(([path]) => path)
    expect(stale, name).toEqual([])
  }
  expect((await stat(join(out, 'robots.txt'))).mtimeMs, 'a file of the first build').toBe(mtimeMs)
}, 300_000)
