/** A person or publisher; `url` is a page about them. */
export type FeedAuthor = { readonly name: string; readonly url?: string }

/**
 * One item as all three formats say it. `id` is a tag URI, `url` our page, `related` arXiv's. Titles, names
 * and `summary` are plain text; `html` is the full content with absolute addresses. `category` is arXiv's,
 * `topics` are ours. `published` and `updated` are RFC 3339 instants.
 */
export type FeedItem = {
  readonly id: string
  readonly url: string
  readonly related?: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly authors: readonly FeedAuthor[]
  readonly category?: { readonly id: string; readonly name: string }
  readonly topics: readonly string[]
  readonly published: string
  readonly updated: string
}
