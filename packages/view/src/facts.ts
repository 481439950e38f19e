import { hash } from 'node:crypto'
import type { Archive, Digest } from '@broadsheet/core'
import { everything } from './traced-archive.ts'

/** What an entry of a table says, in words that change when anything in it does; of a key that is not there, nothing. */
export type Facts = (table: string, key: string) => string

/** A table whose entries can be told apart. */
export type Table = { readonly find: (key: string) => string | undefined; readonly list: () => string }

/** A map as a table; `describe` must change whenever anything in the value does. */
export function toTable<Value>(
  map: ReadonlyMap<string, Value>,
  describe: (value: Value) => string = (value) => JSON.stringify(value),
): Table {
  return {
    find: (key) => {
      const value = map.get(key)
      return value === undefined ? undefined : describe(value)
    },
    list: () => JSON.stringify([...map].map(([key, value]) => [key, describe(value)])),
  }
}

/** The facts of tables, each looked up once. */
export function toFacts(tables: Readonly<Record<string, Table>>): Facts {
  const known = new Map(Object.keys(tables).map((name) => [name, new Map<string, string>()]))
  return (name, key) => {
    const [table, facts] = [tables[name], known.get(name)]
    if (table === undefined || facts === undefined)
      throw new Error(`No facts are known of the table ${name}, which was read at ${key}.`)
    const fact = facts.get(key) ?? hashText(key === everything ? table.list() : (table.find(key) ?? ''))
    facts.set(key, fact)
    return fact
  }
}

/** The tables of an archive. What its digests say follows from their files. */
export function toArchiveTables(archive: Archive): Readonly<Record<keyof Archive, Table>> {
  const describeDigest = ({ source: { file, sha256 } }: Digest) => `${file} ${sha256}`
  const describeSlug = (slug = '') => archive.bySlug.get(slug)?.source.sha256
  const toListTable = (list: () => readonly unknown[]): Table => ({
    find: () => undefined,
    list: () => JSON.stringify(list()),
  })
  return {
    digests: toListTable(() => archive.digests.map(describeDigest)),
    months: toListTable(() => archive.months),
    days: toListTable(() => archive.days),
    bySlug: toTable(archive.bySlug, describeDigest),
    paperKeys: toTable(archive.paperKeys),
    papers: toTable(archive.papers, ({ paper: _, ...entry }) =>
      JSON.stringify([entry, describeSlug(entry.appearances[0]?.slug)]),
    ),
    topics: toTable(archive.topics),
    authors: toTable(archive.authors),
    categories: toTable(archive.categories),
    neighbours: toTable(archive.neighbours),
  }
}

/** A hash of 128 bits, short enough to be kept by the thousand. */
export function hashText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}
