import type { Archive } from '@broadsheet/core'

/** Hears what somebody reads: an entry of a table by its key, or the whole table. */
export type Note = (table: string, key: string) => void

/** The key of a whole table. */
export const everything = '*'

/** The archive, telling `note` every entry and list that is read from it. */
export function traceArchive(archive: Archive, note: Note): Archive {
  const whole = <Table extends 'digests' | 'months' | 'days'>(table: Table): Archive[Table] => {
    note(table, everything)
    return archive[table]
  }
  return {
    get digests() {
      return whole('digests')
    },
    get months() {
      return whole('months')
    },
    get days() {
      return whole('days')
    },
    bySlug: traceMap('bySlug', archive.bySlug, note),
    paperKeys: traceMap('paperKeys', archive.paperKeys, note),
    papers: traceMap('papers', archive.papers, note),
    topics: traceMap('topics', archive.topics, note),
    authors: traceMap('authors', archive.authors, note),
    categories: traceMap('categories', archive.categories, note),
    neighbours: traceMap('neighbours', archive.neighbours, note),
  }
}

/** A map, telling `note` every key that is asked for, also in vain; who goes through it has read the whole table. */
export function traceMap<Value>(
  table: string,
  map: ReadonlyMap<string, Value>,
  note: Note,
): ReadonlyMap<string, Value> {
  const one = (key: string) => {
    note(table, key)
    return map
  }
  const whole = () => {
    note(table, everything)
    return map
  }
  return {
    get: (key) => one(key).get(key),
    has: (key) => one(key).has(key),
    get size() {
      return whole().size
    },
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    forEach: (visit) => whole().forEach(visit),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  }
}
