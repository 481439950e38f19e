import { drawItem } from '../draw.ts'
import type { FeedItem } from '../feed-item.ts'
import { toXmlText } from '../xml-text.ts'

/** One item of JSON Feed on one line. @see https://www.jsonfeed.org/version/1.1/ */
export function renderItem(item: FeedItem): string {
  const drawn: { readonly items: readonly object[] } = JSON.parse(drawItem.json(item))
  return JSON.stringify({ ...drawn.items[0], ...complete(item) })
}

/** `feed` writes version 1, with one author and no `external_url`. Texts are the same as in XML. */
function complete({ title, summary, html, authors, category, topics, related }: FeedItem): object {
  return {
    title: toXmlText(title),
    summary: toXmlText(summary),
    content_html: toXmlText(html),
    ...(related && { external_url: related }),
    authors: authors.map(({ name, url }) => ({ name: toXmlText(name), ...(url && { url }) })),
    tags: [...(category ? [category.id] : []), ...topics].map(toXmlText),
  }
}
