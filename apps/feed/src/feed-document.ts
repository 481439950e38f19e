import {
  type Config,
  type FeedFile,
  type FeedView,
  formatDate,
  paths,
  toFeedId,
  toUrl,
} from '@broadsheet/view'

/** Where one format of a document stands: itself, and what RFC 5005 links from it. */
export type DocumentLinks = {
  readonly self: string
  readonly current?: string
  readonly older?: string
  readonly newer?: string
}

/**
 * What stands around the items of a feed. An archive document (RFC 5005, section 4) holds one month of the
 * same feed, under the same `id`; it alone links `current`. `updated` is the newest of its items'.
 */
export type FeedDocument = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: string
  readonly home: string
  readonly publisher: { readonly name: string; readonly email?: string; readonly url?: string }
  readonly hub?: string
  readonly updated: string
  readonly links: (file: FeedFile) => DocumentLinks
}

/** The document that readers subscribe to. `newestMonth` names its first archive, if it has any. */
export function toFeedDocument(
  config: Config,
  feed: FeedView,
  updated: string,
  newestMonth?: string,
): FeedDocument {
  return {
    ...toFrame(config, feed, updated),
    links: (file) => ({
      self: toUrl(config, paths.feed(feed.list, file)),
      ...(newestMonth && { older: toUrl(config, paths.feedArchive(feed.list, newestMonth, file)) }),
    }),
  }
}

/** One month of a feed's past, linked to the months before and after it. */
export function toArchiveDocument(
  config: Config,
  feed: FeedView,
  updated: string,
  { month, older, newer }: { readonly month: string; readonly older?: string; readonly newer?: string },
): FeedDocument {
  const archived = (name: string, file: FeedFile) => toUrl(config, paths.feedArchive(feed.list, name, file))
  return {
    ...toFrame(config, feed, updated),
    title: `${feed.title}, ${formatDate(month, config.language, 'month')}`,
    links: (file) => ({
      self: archived(month, file),
      current: toUrl(config, paths.feed(feed.list, file)),
      ...(older && { older: archived(older, file) }),
      ...(newer && { newer: archived(newer, file) }),
    }),
  }
}

function toFrame(config: Config, feed: FeedView, updated: string): Omit<FeedDocument, 'links'> {
  const { name, email, url } = config.publisher
  return {
    id: toFeedId(config, feed.list),
    title: feed.title,
    description: feed.description,
    language: config.language,
    home: feed.url,
    publisher: { name, ...(email && { email }), ...(url && { url }) },
    ...(config.feed.hub && { hub: config.feed.hub }),
    updated,
  }
}
