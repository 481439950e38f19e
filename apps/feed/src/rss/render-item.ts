import { escapeHtml } from '@broadsheet/view'
import { drawItem, fill } from '../draw.ts'
import { escapeXml, toCdata } from '../escape-xml.ts'
import type { FeedItem } from '../feed-item.ts'
import { renderElement } from '../render-element.ts'

/** One `<item>` of RSS 2.0 with the content and Dublin Core modules, and Atom's `updated` and `related`. */
export function renderItem(item: FeedItem): string {
  const [, drawn = ''] = drawItem.rss(item).split(/<item>|<\/item>/)
  const texts = {
    title: escapeXml(item.title),
    // RSS reads a description as HTML and a title as plain text.
    summary: escapeXml(escapeHtml(item.summary)),
    html: toCdata(item.html),
  }
  return `<item>${fill(plainSlots(drawn), texts)}${complete(item).join('\n')}\n</item>`
}

/** `feed` writes CDATA around every text; only the content is easier to read that way. */
function plainSlots(drawn: string): string {
  return drawn.replace(/<!\[CDATA\[(.*?)\]\]>/g, '$1')
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
