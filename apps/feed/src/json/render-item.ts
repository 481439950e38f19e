import { drawItem } from '../draw.ts'
import type { FeedItem } from '../feed-item.ts'
import { toXmlText } from '../xml-text.ts'

const [drawn] = readItems(drawItem().json)

/** One item of JSON Feed on one line. @see https://www.jsonfeed.org/version/1.1/ */
export function renderItem(item: FeedItem): string {
  return JSON.stringify({ ...drawn, ...fillSlots(item), ...complete(item) })
}

/** What `feed` draws. Texts are the same as in XML. */
function fillSlots({ id, url, title, summary, html, published, updated }: FeedItem): object {
  return {
    id,
    url,
    title: toXmlText(title),
    summary: toXmlText(summary),
    content_html: toXmlText(html),
    date_published: published,
    date_modified: updated,
  }
}

/** `feed` writes version 1, with one author and no `external_url`. */
function complete({ authors, category, topics, related }: FeedItem): object {
  return {
    ...(related && { external_url: related }),
    authors: authors.map(({ name, url }) => ({ name: toXmlText(name), ...(url && { url }) })),
    tags: [...(category ? [category.id] : []), ...topics].map(toXmlText),
  }
}

function readItems(json: string): readonly object[] {
  const { items }: { readonly items: readonly object[] } = JSON.parse(json)
  return items
}
