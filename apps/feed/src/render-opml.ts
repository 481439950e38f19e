import { type Config, type FeedView, paths, toUrl } from '@broadsheet/view'
import { renderElement } from './render-element.ts'

/** Groups of a feed list, in the order readers want. Digests and papers stand alone. */
const groups = { category: 'Categories', topic: 'Topics', author: 'Authors' } as const

/** Every feed once, for a reader's import. @see http://opml.org/spec2.opml */
export function renderOpml(config: Config, feeds: readonly FeedView[]): string {
  const alone = feeds.filter(({ kind }) => kind === 'digests' || kind === 'papers')
  const grouped = Object.entries(groups).flatMap(([kind, name]) =>
    renderGroup(
      config,
      name,
      feeds.filter((feed) => feed.kind === kind),
    ),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    '<head>',
    renderElement('title', {}, config.title),
    renderElement('ownerName', {}, config.publisher.name),
    renderElement('docs', {}, 'http://opml.org/spec2.opml'),
    '</head>',
    '<body>',
    ...alone.map((feed) => renderOutline(config, feed)),
    ...grouped,
    '</body>',
    '</opml>',
    '',
  ].join('\n')
}

function renderGroup(config: Config, name: string, feeds: readonly FeedView[]): string[] {
  if (feeds.length === 0) return []
  const start = renderElement('outline', { text: name }).replace('/>', '>')
  return [start, ...feeds.map((feed) => renderOutline(config, feed)), '</outline>']
}

/** `rss` is OPML's word for a feed of any format; Atom says most. */
function renderOutline(config: Config, { title, description, list, url }: FeedView): string {
  const xmlUrl = toUrl(config, paths.feed(list, 'atom.xml'))
  return renderElement('outline', { type: 'rss', text: title, title, description, xmlUrl, htmlUrl: url })
}
