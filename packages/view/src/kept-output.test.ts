import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Artifact } from './artifact.ts'
import { toFacts, toTable } from './facts.ts'
import { openKeptOutput } from './kept-output.ts'
import { traceMap } from './traced-archive.ts'

let folder: string
let places: { readonly out: string; readonly mails: string }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-kept-'))
  places = { out: join(folder, 'out'), mails: join(folder, 'data/mails') }
})

afterEach(() => rmSync(folder, { recursive: true }))

type Words = Readonly<Record<string, string>>

/** One file of each name, with the word of its first letter in it; gives the names that were made. */
async function run(names: readonly string[], words: Words, makers: string | undefined = 'makers') {
  const table = new Map(Object.entries(words))
  const facts = toFacts({ words: toTable(table) })
  const output = openKeptOutput<string>(places, 'test', { facts, makers })
  const made: string[] = []
  const remembered: string[] = []
  for (const name of names) {
    await output.make({
      name,
      inputs: '',
      *build(note): Generator<Artifact> {
        made.push(name)
        const content = traceMap('words', table, note).get(name.slice(0, 1)) ?? 'none'
        yield { path: `files/${name}.txt`, content }
      },
      memory: { take: () => `memory of ${name}`, restore: (memory) => remembered.push(memory) },
    })
  }
  output.close()
  return { made, remembered }
}

const read = (name: string) => readFileSync(join(places.out, 'files', `${name}.txt`), 'utf8')

test('makes again only what noted an entry that has changed, and remembers the rest', async () => {
  const words = { a: 'apple', b: 'bread' }
  expect((await run(['a', 'b', 'c'], words)).made).toEqual(['a', 'b', 'c'])
  const again = await run(['a', 'b', 'c'], { ...words, b: 'butter' })
  expect(again).toEqual({ made: ['b'], remembered: ['memory of a', 'memory of c'] })
  expect([read('a'), read('b'), read('c')]).toEqual(['apple', 'butter', 'none'])
})

test('what was asked for in vain is an answer too', async () => {
  await run(['c'], {})
  await run(['c'], { c: 'cake' })
  expect(read('c')).toBe('cake')
})

test('what is no longer made is removed, unless another program has written it since', async () => {
  await run(['a', 'b', 'c'], {})
  writeFileSync(join(places.out, 'files/b.txt'), 'mine')
  await run(['a'], {})
  expect(readdirSync(join(places.out, 'files')).toSorted()).toEqual(['a.txt', 'b.txt'])
})

test.each([
  ['an edited file', () => writeFileSync(join(places.out, 'files/a.txt'), 'edited')],
  ['a removed file', () => rmSync(join(places.out, 'files/a.txt'))],
  ['an emptied folder', () => rmSync(places.out, { recursive: true })],
])('%s is made again', async (_, change) => {
  await run(['a'], { a: 'apple' })
  change()
  await run(['a'], { a: 'apple' })
  expect(read('a')).toBe('apple')
})

test('what others made is made again, and nothing is remembered of makers that are not known', async () => {
  await run(['a'], {})
  expect((await run(['a'], {}, 'others')).made).toEqual(['a'])
  expect((await run(['a'], {}, undefined)).made).toEqual(['a'])
})

test('a record that was damaged is none', async () => {
  await run(['a'], {})
  const records = join(folder, 'data/kept')
  for (const name of readdirSync(records)) writeFileSync(join(records, name), '')
  expect((await run(['a'], {})).made).toEqual(['a'])
})

test('a file that would be the same is not written again', async () => {
  const content = ['one ', 'two']
  const build = () => [
    { path: 'pieces.txt', content },
    { path: 'whole.txt', content: content.join('') },
  ]
  const stamps: number[][] = []
  for (const _ of [1, 2]) {
    const output = openKeptOutput(places, 'test', { facts: () => '', makers: 'makers' })
    await output.make({ name: 'always', build })
    output.close()
    stamps.push(['pieces.txt', 'whole.txt'].map((name) => statSync(join(places.out, name)).ctimeMs))
  }
  expect(stamps[1]).toEqual(stamps[0])
  expect(readdirSync(places.out)).toEqual(['pieces.txt', 'whole.txt'])
  expect(readFileSync(join(places.out, 'pieces.txt'), 'utf8')).toBe('one two')
})
