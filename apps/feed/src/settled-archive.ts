import type { Archive } from '@broadsheet/core'

/**
 * The archive as an item of a feed may see it: without what changes when something else is published later, such as
 * neighbours, further appearances, and how many papers a topic or an author has.
 */
export function toSettledArchive(archive: Archive): Archive {
  const { papers, topics, authors } = archive
  return {
    ...archive,
    digests: [],
    months: [],
    days: [],
    categories: new Map(),
    papers: mapValues(papers, (entry) => ({ ...entry, appearances: entry.appearances.slice(0, 1) })),
    topics: mapValues(topics, (topic) => ({ ...topic, papers: topic.papers.slice(-1) })),
    authors: mapValues(authors, (author) => ({ ...author, papers: [] })),
  }
}

function mapValues<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}
