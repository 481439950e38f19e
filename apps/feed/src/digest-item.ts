import type { Config, DigestView } from '@broadsheet/view'
import { renderDigestContent } from './digest-content.ts'
import type { FeedItem } from './feed-item.ts'

/** A whole digest as one item; its author is the publisher. */
export function toDigestItem(digest: DigestView, { name, url }: Config['publisher']): FeedItem {
  return {
    id: digest.id,
    url: digest.url,
    title: digest.title,
    summary: digest.excerpt,
    html: renderDigestContent(digest),
    authors: [{ name, ...(url && { url }) }],
    ...(digest.category && { category: digest.category }),
    topics: digest.topics.map((topic) => topic.name),
    published: digest.published,
    updated: digest.updated,
  }
}
