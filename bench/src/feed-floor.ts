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

/** The same documents as ours by joining strings, with every item kept in memory until the end. */
export function joinFeeds(publication: Publication, folder: OutputFolder): number {
  const encoder = new TextEncoder()
  const joined = joinItems(publication)
  let size = 0
  const write = (path: string, file: FeedFile, keys: readonly string[]) => {
    const bytes = encoder.encode(keys.map((key) => joined[file].get(key) ?? '').join('\n'))
    folder.write({ path, bytes })
    size += bytes.length
  }
  for (const { file } of feedFormats) {
    for (const { month, digests } of publication.archive.months) {
      write(paths.feedArchive('', month, file), file, digests)
      const papers = digests.flatMap((slug) => publication.archive.paperKeys.get(slug) ?? [])
      write(paths.feedArchive(paths.papers, month, file), file, papers)
    }
    for (const { list, keys } of listFeeds(publication))
      write(paths.feed(list, file), file, fitting(joined[file], keys))
  }
  return size
}

type Joined = Readonly<Record<FeedFile, Map<string, string>>>

function joinItems(publication: Publication): Joined {
  const joined: Joined = { 'rss.xml': new Map(), 'atom.xml': new Map(), 'feed.json': new Map() }
  const add = (key: string, item: FeedItem) => {
    for (const { file } of feedFormats) joined[file].set(key, joinItem[file](item))
  }
  for (const digest of publication.archive.digests) {
    const view = toDigestView(digest, { channel: 'feed', ...publication })
    add(view.slug, toDigestItem(view, publication.config.publisher))
    for (const paper of view.papers) add(paper.key, toPaperItem(paper, view))
  }
  return joined
}

function fitting(joined: ReadonlyMap<string, string>, keys: readonly string[]): readonly string[] {
  let size = 0
  return keys.slice(0, 30).filter((key) => {
    size += joined.get(key)?.length ?? 0
    return size < 512 * 1024
  })
}
