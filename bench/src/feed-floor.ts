import { type FeedItem, type OutputFolder, toDigestItem, toPaperItem } from '@broadsheet/feed'
import {
  type FeedFile,
  feedFormats,
  listFeeds,
  type Publication,
  paths,
  toDigestView,
} from '@broadsheet/view'

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The least that writes an item: strings joined, the five parts that readers need, nothing checked. */
export const joinItem = {
  'rss.xml': (item: FeedItem) =>
    `<item><title>${escapeText(item.title)}</title><link>${item.url}</link><guid isPermaLink="false">${item.id}</guid><pubDate>${new Date(item.published).toUTCString()}</pubDate><description>${escapeText(escapeText(item.summary))}</description><content:encoded><![CDATA[${item.html}]]></content:encoded>${item.authors.map(({ name }) => `<dc:creator>${escapeText(name)}</dc:creator>`).join('')}${item.topics.map((topic) => `<category>${escapeText(topic)}</category>`).join('')}</item>`,
  'atom.xml': (item: FeedItem) =>
    `<entry><title>${escapeText(item.title)}</title><id>${item.id}</id><link href="${item.url}"/><published>${item.published}</published><updated>${item.updated}</updated><summary>${escapeText(item.summary)}</summary><content type="html"><![CDATA[${item.html}]]></content>${item.authors.map(({ name }) => `<author><name>${escapeText(name)}</name></author>`).join('')}${item.topics.map((topic) => `<category term="${escapeText(topic)}"/>`).join('')}</entry>`,
  'feed.json': (item: FeedItem) =>
    JSON.stringify({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      date_published: item.published,
      date_modified: item.updated,
      authors: item.authors,
      tags: item.topics,
    }),
} as const satisfies Record<FeedFile, (item: FeedItem) => string>

/** The same documents as ours by joining strings; what several feeds want is kept in memory until the end. */
export function joinFeeds(publication: Publication, folder: OutputFolder): number {
  const encoder = new TextEncoder()
  const feeds = listFeeds(publication)
  const wanted = new Set(feeds.flatMap(({ keys }) => keys.slice(0, 30)))
  const kept: Joined = { 'rss.xml': new Map(), 'atom.xml': new Map(), 'feed.json': new Map() }
  let size = 0
  const write = (path: string, items: Iterable<string>) => {
    const bytes = encoder.encode([...items].join('\n'))
    folder.write({ path, bytes })
    size += bytes.length
  }
  for (const { month, digests } of publication.archive.months) {
    const { wholes, papers } = toItems(publication, digests)
    for (const { file } of feedFormats) {
      for (const [list, items] of [['', wholes] as const, [paths.papers, papers] as const]) {
        const joined = [...items].map(([key, item]) => [key, joinItem[file](item)] as const)
        write(
          paths.feedArchive(list, month, file),
          joined.map(([, text]) => text),
        )
        for (const [key, text] of joined) if (wanted.has(key)) kept[file].set(key, text)
      }
    }
  }
  for (const { list, keys } of feeds) {
    for (const { file } of feedFormats) write(paths.feed(list, file), fitting(kept[file], keys))
  }
  return size
}

type Joined = Readonly<Record<FeedFile, Map<string, string>>>

function toItems(publication: Publication, slugs: readonly string[]) {
  const wholes = new Map<string, FeedItem>()
  const papers = new Map<string, FeedItem>()
  for (const digest of slugs.flatMap((slug) => publication.archive.bySlug.get(slug) ?? [])) {
    const view = toDigestView(digest, { channel: 'feed', ...publication })
    wholes.set(view.slug, toDigestItem(view, publication.config.publisher))
    for (const paper of view.papers) papers.set(paper.key, toPaperItem(paper, view))
  }
  return { wholes, papers }
}

function fitting(joined: ReadonlyMap<string, string>, keys: readonly string[]): readonly string[] {
  let size = 0
  const texts = keys.slice(0, 30).flatMap((key) => joined.get(key) ?? [])
  return texts.filter((text) => {
    size += text.length
    return size < 512 * 1024
  })
}
