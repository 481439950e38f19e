import type { FeedFile } from '@broadsheet/view'
import type { FeedItem } from './feed-item.ts'
import { formats } from './formats.ts'
import { toBytes } from './to-bytes.ts'

/** An item written in every format, once; all documents that hold it hold the same bytes. */
export type WrittenItem = {
  readonly id: string
  readonly updated: string
  readonly bytes: Readonly<Record<FeedFile, Uint8Array>>
}

/** Writes an item in every format. */
export function toWrittenItem(item: FeedItem): WrittenItem {
  const write = (file: FeedFile) => toBytes(formats[file].renderItem(item))
  const bytes = {
    'rss.xml': write('rss.xml'),
    'atom.xml': write('atom.xml'),
    'feed.json': write('feed.json'),
  }
  return { id: item.id, updated: item.updated, bytes }
}
