import type { Archive, Digest, Paper } from '@broadsheet/core'
import type { Revisions } from '@broadsheet/view'
import { toItemHash } from './item-hash.ts'

/** Items are named as in `Revisions`. */
export type Revised = {
  readonly revisions: Revisions
  readonly changed: readonly string[]
  readonly added: readonly string[]
}

/**
 * What is published now, beside what was known of it before. An item whose data changed gets `now` (RFC 3339)
 * as the instant of its last change; a new one has none. An item that is gone stays known, so that one whose
 * file could not be read for a day keeps its history.
 */
export function revise(archive: Archive, before: Revisions, now: string): Revised {
  const known = new Map(Object.entries(before.items))
  const changed: string[] = []
  const added: string[] = []
  for (const [key, item] of listItems(archive)) {
    const hash = toItemHash(item)
    const last = known.get(key)
    if (last?.hash === hash) continue
    if (last === undefined) added.push(key)
    else changed.push(key)
    known.set(key, last === undefined ? { hash } : { hash, updated: now })
  }
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1))
  return { revisions: { items: Object.fromEntries(sorted) }, changed, added }
}

/** A revisions file, one item a line, so that a change is a line in a diff. */
export function formatRevisions({ items }: Revisions): string {
  const lines = Object.entries(items).map(
    ([key, item]) => `    ${JSON.stringify(key)}: ${JSON.stringify(item)}`,
  )
  return lines.length === 0 ? '{ "items": {} }\n' : `{\n  "items": {\n${lines.join(',\n')}\n  }\n}\n`
}

function* listItems(archive: Archive): Generator<readonly [string, Digest | Paper]> {
  for (const digest of archive.digests) yield [`digests/${digest.slug}`, digest]
  for (const { key, paper } of archive.papers.values()) yield [`papers/${key}`, paper]
}
