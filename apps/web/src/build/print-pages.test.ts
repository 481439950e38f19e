import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printPages } from './print-pages.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-print-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** A page program with the work of its own that `body` says. */
async function program(name: string, body: string): Promise<string> {
  const file = join(folder, `${name}.mjs`)
  await writeFile(file, `import { parentPort, workerData } from 'node:worker_threads'\n${body}`)
  return file
}

test('every group of pages is taken by one thread, and what all of them made is given back', async () => {
  const file = await program(
    'whole',
    `const made = {}
     for (let group = next(); group < 100; group = next()) made[group] = workerData.makers
     parentPort.postMessage(made)
     function next() { return Atomics.add(workerData.taken, 0, 1) }`,
  )
  const printed = await printPages(file, 'makers', 2)
  const groups = printed
    .flatMap((pages) => Object.entries(pages))
    .toSorted(([a], [b]) => Number(a) - Number(b))
  expect(groups).toEqual(Array.from({ length: 100 }, (_, group) => [String(group), 'makers']))
})

test('an error in a page is that of the build', async () => {
  const file = await program('broken', `throw new Error('The page /about/ cannot be made')`)
  await expect(printPages(file, undefined, 2)).rejects.toThrow('The page /about/ cannot be made')
})

test('a thread that ends without a word fails the build', async () => {
  const file = await program('silent', 'process.exit(7)')
  await expect(printPages(file, undefined, 2)).rejects.toThrow('ended with 7 before its work was done')
})
