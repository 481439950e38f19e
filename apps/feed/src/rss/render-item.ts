import { escapeHtml } from '@broadsheet/view'
import { drawItem, fill, toPattern } from '../draw.ts'
import { escapeXml, toCdata } from '../escape-xml.ts'
import type { FeedItem } from '../feed-item.ts'
import { renderElement } from '../render-element.ts'

const [, drawn = ''] = drawItem().rss.split(/<item>|<\/item>/)
const pattern = toPattern(drawn)

/** One `<item>` of RSS 2.0 with the content and Dublin Core modules, and Atom's `updated` and `related`. */
export function renderItem(item: FeedItem): string {
  const written = {
    id: escapeXml(item.id),
    url: escapeXml(item.url),
    title: escapeXml(item.title),
    // RSS reads a description as HTML and a title as plain text.
    summary: escapeXml(escapeHtml(item.summary)),
    html: toCdata(item.html),
    published: new Date(item.published).toUTCString(),
  }
  return `<item>${fill(pattern, written)}${complete(item).join('\n')}\n</item>`
}

/** `feed` writes bare names into `<author>`, where an address belongs, and has no Dublin Core. */
function complete({ authors, category, topics, related, updated }: FeedItem): string[] {
  return [
    ...authors.map(({ name }) => renderElement('dc:creator', {}, name)),
    ...(category ? [renderElement('category', {}, category.id)] : []),
    ...topics.map((topic) => renderElement('category', {}, topic)),
    renderElement('atom:updated', {}, updated),
    ...(related ? [renderElement('atom:link', { rel: 'related', type: 'text/html', href: related })] : []),
  ]
}
