import type { FeedFile } from '@broadsheet/view'
import type { Span } from './assemble.ts'

/** Where an item was written: in which file, at which bytes, and when it last changed. */
export type Place = Span & { readonly path: string; readonly updated: string }

/** Where every item stands in each format, by its tag URI. */
export type Shelf = Readonly<Record<FeedFile, Map<string, Place>>>

/** A shelf with nothing on it. */
export function emptyShelf(): Shelf {
  return { 'rss.xml': new Map(), 'atom.xml': new Map(), 'feed.json': new Map() }
}
