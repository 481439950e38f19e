import type { PaperView } from './paper-view.ts'
import type { Line, Prose } from './prose.ts'

/** A link to another digest, in the words a reader sees. */
export type DigestLink = {
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly date: string
  readonly dateWords: string
}

/** A section or theme with a heading of its own. */
export type SectionView = { readonly heading: Line; readonly body?: Prose }

/**
 * Everything a reader sees of one digest in one channel; an app adds layout, never logic.
 * `href` is the digest's page for a link in this channel, `url` the same absolute (canonical), `id` its
 * RFC 4151 tag URI. `published` and `updated` are RFC 3339 instants. `countWords` is "10 of 81 papers", or
 * "10 papers" when the total is not known. `excerpt` is one plain-text paragraph of at most 300 characters.
 */
export type DigestView = {
  readonly slug: string
  readonly permalink: string
  readonly id: string
  readonly href: string
  readonly url: string
  readonly title: string
  readonly date: string
  readonly dateWords: string
  readonly published: string
  readonly updated: string
  readonly category?: { readonly id: string; readonly name: string; readonly href: string }
  readonly counts?: { readonly selected: number; readonly total: number }
  readonly countWords: string
  readonly readingMinutes: number
  readonly disclaimer?: Prose
  readonly overview?: Prose
  readonly tldr?: Prose
  readonly sections: readonly SectionView[]
  readonly papers: readonly PaperView[]
  readonly topics: readonly { readonly name: string; readonly slug: string; readonly href?: string }[]
  readonly excerpt: string
  readonly older?: DigestLink
  readonly newer?: DigestLink
}
