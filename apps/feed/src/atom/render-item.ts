import { arxivScheme } from '../arxiv-scheme.ts'
import { drawItem, fill } from '../draw.ts'
import { escapeXml, toCdata } from '../escape-xml.ts'
import type { FeedAuthor, FeedItem } from '../feed-item.ts'
import { renderElement } from '../render-element.ts'

/** One `<entry>` of Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderItem(item: FeedItem): string {
  const [, drawn = ''] = drawItem.atom(item).split(/<entry>|<\/entry>/)
  const texts = { title: escapeXml(item.title), summary: escapeXml(item.summary), html: toCdata(item.html) }
  return `<entry>${fill(plainTexts(drawn), texts)}${complete(item).join('\n')}\n</entry>`
}

/** `feed` writes titles and summaries as HTML; ours are plain text. */
function plainTexts(drawn: string): string {
  return drawn
    .replace('<title type="html">', '<title>')
    .replace('<summary type="html">', '<summary>')
    .replace(/<!\[CDATA\[(.*?)\]\]>/g, '$1')
}

/** `feed` leaves `<` in a category's attributes and knows no relation of a link but enclosures. */
function complete({ authors, category, topics, related }: FeedItem): string[] {
  return [
    ...authors.map(renderAuthor),
    ...(category
      ? [renderElement('category', { term: category.id, scheme: arxivScheme, label: category.name })]
      : []),
    ...topics.map((topic) => renderElement('category', { term: topic })),
    ...(related ? [renderElement('link', { rel: 'related', type: 'text/html', href: related })] : []),
  ]
}

function renderAuthor({ name, url }: FeedAuthor): string {
  return `<author>${renderElement('name', {}, name)}${url ? renderElement('uri', {}, url) : ''}</author>`
}
