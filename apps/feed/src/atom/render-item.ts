import { drawItem, fill, toPattern } from '../draw.ts'
import { escapeAttribute, escapeXml, toCdata } from '../escape-xml.ts'
import type { FeedAuthor, FeedItem } from '../feed-item.ts'
import { renderElement } from '../render-element.ts'

// The vocabulary of arXiv's categories, as arXiv's own Atom names it.
const arxivScheme = 'http://arxiv.org/schemas/atom'

// `feed` writes titles and summaries as HTML; ours are plain text.
const [, drawn = ''] = drawItem()
  .atom.replace('<title type="html">', '<title>')
  .replace('<summary type="html">', '<summary>')
  .split(/<entry>|<\/entry>/)
const pattern = toPattern(drawn)

/** One `<entry>` of Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderItem(item: FeedItem): string {
  const written = {
    id: escapeXml(item.id),
    url: escapeAttribute(item.url),
    title: escapeXml(item.title),
    summary: escapeXml(item.summary),
    html: toCdata(item.html),
    published: item.published,
    updated: item.updated,
  }
  return `<entry>${fill(pattern, written)}${complete(item).join('\n')}\n</entry>`
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
