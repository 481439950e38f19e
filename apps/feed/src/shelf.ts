import type { FeedFile } from '@broadsheet/view'
import type { Span } from './assemble.ts'

/** Where an item was written: in which file, at which bytes, and when it last changed. */
export type Place = Span & { readonly path: string; readonly updated: string }

/** Where every item stands in each format, by its tag URI. */
export type Shelf = Readonly<Record<FeedFile, Map<string, Place>>>

/** Some of the places on a shelf, as plain data. */
export type ShelfPart = Readonly<Record<FeedFile, readonly Place[]>>

/** A shelf with nothing on it. */
export function emptyShelf(): Shelf {
  return { 'rss.xml': new Map(), 'atom.xml': new Map(), 'feed.json': new Map() }
}

/** Puts places on a shelf. */
export function fillShelf(shelf: Shelf, part: ShelfPart): void {
  const fill = (file: FeedFile) => {
    for (const place of part[file]) shelf[file].set(place.id, place)
  }
  fill('rss.xml')
  fill('atom.xml')
  fill('feed.json')
}
