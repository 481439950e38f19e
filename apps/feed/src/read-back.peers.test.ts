import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readPublication } from '@broadsheet/view'
import { afterAll, expect, test } from 'vitest'
import { buildInMemory } from './build-in-memory.fixture.ts'
import { hostilePapers } from './hostile-papers.fixture.ts'
import { exampleDigest, publish } from './publication.fixture.ts'
import { type Reading, toReadings } from './readings.fixture.ts'

// Debian's packages python3-feedparser and newsboat; the first belongs to Debian's own Python.
const python = '/usr/bin/python3'
const reader = new URL('../fixtures/read-feed.py', import.meta.url).pathname

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-peers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const publications = [
  ['content', await readPublication()],
  ['hostile text', publish([exampleDigest('2025-10-16', hostilePapers)])],
] as const

test.each(publications)(
  '%s is read back by feedparser, and its sanitiser keeps all of it',
  (name, publication) => {
    const readings = toReadings(publication)
    const files = write(name, buildInMemory(publication))
    const output = execFileSync(python, [reader, ...files.map(({ file }) => file)], { maxBuffer: 2 ** 28 })
    const feeds: readonly FeedparserFeed[] = output
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const [index, { bozo, items }] of feeds.entries()) {
      expect(bozo, files[index]?.path).toBe(false)
      for (const { shown, related, ...item } of items) {
        const expected = readings.get(item.id)
        expect({ ...item, related: related ?? undefined }, item.id).toEqual(without(expected, 'summary'))
        expect(toMeaning(shown), item.id).toBe(toMeaning(item.html))
      }
    }
    expect(feeds.flatMap(({ items }) => items).length).toBeGreaterThan(readings.size)
  },
)

test.each(publications)('%s is read back by newsboat', (name, publication) => {
  const readings = toReadings(publication)
  for (const { file, path } of write(name, buildInMemory(publication))) {
    const rows = readWithNewsboat(file)
    if (!path.includes('archive/')) expect(rows.length, path).toBeGreaterThan(0)
    for (const { guid, title, url, author, pubDate, content } of rows) {
      const { authors = [], html, ...expected } = readings.get(String(guid)) ?? {}
      expect({ title, url, published: Number(pubDate) * 1000 }, path).toMatchObject(
        pick(expected, ['title', 'url', 'published']),
      )
      expect(content, path).toBe(html)
      // Of several authors of an RSS item it keeps the last.
      expect(author, path).toBe(path.endsWith('rss.xml') ? authors.at(-1) : authors.join(', '))
    }
  }
})

type FeedparserItem = Omit<Reading, 'summary' | 'related'> & {
  readonly shown: string
  readonly related: string | null
}
type FeedparserFeed = { readonly bozo: boolean; readonly items: readonly FeedparserItem[] }

function write(
  name: string,
  built: ReadonlyMap<string, string>,
): { readonly path: string; readonly file: string }[] {
  const feeds = [...built].filter(([path]) => /(rss|atom)\.xml$/.test(path))
  return feeds.map(([path, text]) => {
    const file = join(folder, name.replaceAll(' ', '-'), path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return { path, file }
  })
}

function readWithNewsboat(feed: string) {
  const [urls, cache] = [join(folder, 'urls'), join(folder, 'cache.db')]
  rmSync(cache, { force: true })
  writeFileSync(urls, `file://${feed}\n`)
  execFileSync('newsboat', ['-u', urls, '-c', cache, '-C', '/dev/null', '-x', 'reload'])
  const database = new DatabaseSync(cache)
  const rows = database.prepare('select guid, title, url, author, pubDate, content from rss_item').all()
  database.close()
  return rows
}

/** Words and the names of elements; attributes and the ways to write an apostrophe aside. */
function toMeaning(html: string): string {
  const bare = html.replace(/<(\/?[\w-]+)[^>]*>/g, ' <$1> ')
  return bare.replaceAll('&#39;', "'").replace(/\s+/g, ' ').trim()
}

function without(reading: Reading | undefined, key: keyof Reading): Partial<Reading> {
  return Object.fromEntries(Object.entries(reading ?? {}).filter(([name]) => name !== key))
}

function pick(reading: Partial<Reading>, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(reading).filter(([name]) => keys.includes(name)))
}
