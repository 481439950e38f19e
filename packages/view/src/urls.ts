import type { Channel } from './channel.ts'
import type { Config } from './config.ts'

/** The three feed formats: file name, media type, and the word a reader knows it by. */
export const feedFormats = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
] as const

export type FeedFile = (typeof feedFormats)[number]['file']

/** Reference formats a paper, a digest and a topic are offered in: file suffix and media type. */
export const referenceFormats = [
  { suffix: 'bib', type: 'application/x-bibtex', name: 'BibTeX' },
  { suffix: 'ris', type: 'application/x-research-info-systems', name: 'RIS' },
  { suffix: 'csl.json', type: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON' },
] as const

export type ReferenceSuffix = (typeof referenceFormats)[number]['suffix']

/**
 * The path of every page and file, below the base path and without a leading slash. Pages end in a slash,
 * files do not. `toHref` and `toUrl` make addresses of them; lists continue at `page(list, 2)`.
 */
export const paths = {
  home: '',
  digests: 'digests/',
  digest: (slug: string) => `digests/${segment(slug)}/`,
  digestOfDate: (date: string) => `digests/${segment(date)}/`,
  digestPaper: (slug: string, anchor: string) => `digests/${segment(slug)}/#${segment(anchor)}`,
  digestMarkdown: (slug: string) => `digests/${segment(slug)}.md`,
  digestPicture: (slug: string) => `digests/${segment(slug)}.png`,
  digestReference: (slug: string, suffix: ReferenceSuffix) => `digests/${segment(slug)}.${suffix}`,
  papers: 'papers/',
  paper: (key: string) => `papers/${segment(key)}/`,
  paperMarkdown: (key: string) => `papers/${segment(key)}.md`,
  paperPicture: (key: string) => `papers/${segment(key)}.png`,
  paperReference: (key: string, suffix: ReferenceSuffix) => `papers/${segment(key)}.${suffix}`,
  topics: 'topics/',
  topic: (slug: string) => `topics/${segment(slug)}/`,
  topicReference: (slug: string, suffix: ReferenceSuffix) => `topics/${segment(slug)}.${suffix}`,
  authors: 'authors/',
  author: (slug: string) => `authors/${segment(slug)}/`,
  categories: 'categories/',
  category: (id: string) => `categories/${segment(id)}/`,
  archive: 'archive/',
  archiveOf: (yearOrMonth: string) => `archive/${segment(yearOrMonth)}/`,
  trends: 'trends/',
  compare: 'compare/',
  compareOf: (keys: readonly string[]) => `compare/?ids=${keys.map(encodeURIComponent).join(',')}`,
  starred: 'starred/',
  search: 'search/',
  searchFor: (words: string) => `search/?q=${encodeURIComponent(words)}`,
  feeds: 'feeds/',
  opml: 'feeds.opml',
  subscribe: 'subscribe/',
  about: 'about/',
  notFound: '404.html',
  robots: 'robots.txt',
  sitemap: 'sitemap-index.xml',
  /** The nth file that the sitemap index names, counted from 1. */
  sitemapPart: (number: number) => `sitemap-${number}.xml`,
  favicon: 'favicon.svg',
  /** The picture for link previews of every page that has none of its own. */
  picture: 'picture.png',
  llms: 'llms.txt',
  /** A feed of a list: `feed('', 'rss.xml')` of all digests, `feed(paths.topic(slug), …)` of a topic. */
  feed: (list: string, file: FeedFile) => `${list}${file}`,
  /** One month of a feed's past (RFC 5005); `list` as for `feed`. */
  feedArchive: (list: string, month: string, file: FeedFile) => `${list}archive/${segment(month)}/${file}`,
  /** The nth page of a long list, counted from 1. */
  page: (list: string, number: number) => (number <= 1 ? list : `${list}${number}/`),
  apiIndex: 'api/v1/index.json',
  apiDigest: (slug: string) => `api/v1/digests/${segment(slug)}.json`,
  apiPaper: (key: string) => `api/v1/papers/${segment(key)}.json`,
  apiTopics: 'api/v1/topics.json',
  apiPapers: 'api/v1/papers.jsonl',
  apiSchema: 'api/v1/schema/digest.json',
} as const

/** An address for a link: below the base path on the site, absolute in feeds and mail. */
export function toHref(config: Config, channel: Channel, path: string): string {
  return channel === 'site' ? `${config.base}${path}` : toUrl(config, path)
}

/** The absolute, canonical address of a path from `paths`. */
export function toUrl(config: Config, path: string): string {
  return `${originOf(config)}${config.base}${path}`
}

const origins = new WeakMap<Config, string>()

function originOf(config: Config): string {
  const origin = origins.get(config) ?? new URL(config.url).origin
  origins.set(config, origin)
  return origin
}

/** Makes an address found in a text absolute; one relative to the host gets the publication's host. */
export function absoluteUrl(config: Config, href: string): string | undefined {
  return URL.parse(href, toUrl(config, paths.home))?.href
}

/** arXiv's own addresses of a paper, of the version given or else of the newest. */
export function toArxivUrls(arxiv: { readonly id: string; readonly version?: number | undefined }): {
  readonly abs: string
  readonly pdf: string
  readonly html: string
} {
  const name = arxiv.version === undefined ? arxiv.id : `${arxiv.id}v${arxiv.version}`
  return {
    abs: `https://arxiv.org/abs/${name}`,
    pdf: `https://arxiv.org/pdf/${name}`,
    html: `https://arxiv.org/html/${name}`,
  }
}

function segment(text: string): string {
  return encodeURIComponent(text)
}
