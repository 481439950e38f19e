import {
  type DigestView,
  formatDate,
  listFeeds,
  type PaperView,
  paths,
  readPublication,
  toDigestView,
  toHref,
  toSiteView,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'
import { toNameLists } from './name-list.ts'

// The only place where the site reads the publication; every page takes its views from here.
const publication = await readPublication()
const { archive, config, revisions } = publication

// A paper's sections stand under its title both in its digest and on its page, so its HTML is made once.
const context: ViewContext = {
  channel: 'site',
  config,
  archive,
  revisions,
  headingLevels: { digest: 3, paperInDigest: 3, paper: 3 },
}

export const site = toSiteView(config, 'site')

/** Newest first. */
export const digests: readonly DigestView[] = archive.digests.map((digest) => toDigestView(digest, context))

const bySlug = new Map(digests.map((digest) => [digest.slug, digest]))

/** What the digests say about how their texts were made: HTML, each wording once, the newest first. */
export const disclaimers = [...new Set(digests.flatMap(({ disclaimer }) => disclaimer?.html ?? []))].slice(
  0,
  5,
)

/** Every paper once, newest first, as the first digest that chose it shows it. */
export const papers: readonly PaperView[] = toFirstAppearances(digests)

/** Every feed there is, the publication's own first. */
export const feeds = listFeeds(publication)

/** Where the mail service answers, when there is one. */
export const { serviceUrl } = config

const known = {
  papers: new Map(papers.map((paper) => [paper.key, paper])),
  feeds: new Map(feeds.map(({ list, formats }) => [list, formats])),
}

/** Those with enough papers for a page, most papers first. */
export const topics = toNameLists(
  [...archive.topics.values()],
  paths.topic,
  config.topics.minimumPapers,
  known,
)

/** Those with enough papers for a page, most papers first. */
export const authors = toNameLists(
  [...archive.authors.values()],
  paths.author,
  config.topics.minimumPapers,
  known,
)

export const categories = toNameLists(
  [...archive.categories.values()].map(({ id, papers }) => ({ slug: id, name: toCategoryName(id), papers })),
  paths.category,
  0,
  known,
)

/** Newest first, with its digests newest first. */
export const months = archive.months.map(({ month, digests: slugs }) => ({
  month,
  words: formatDate(month, config.language, 'month'),
  digests: slugs.map(findDigest),
}))

/** The digest of a slug that another view names. */
export function findDigest(slug: string): DigestView {
  const digest = bySlug.get(slug)
  if (digest === undefined) throw new Error(`no digest has the slug ${slug}`)
  return digest
}

/** The address of one of our `paths`, for a link. */
export function href(path: string): string {
  return toHref(config, 'site', path)
}

/** The absolute address of one of our `paths`. */
export function url(path: string): string {
  return toUrl(config, path)
}

function toCategoryName(id: string): string {
  const words = config.categories[id]
  return words === undefined ? id : `${words} (${id})`
}

function toFirstAppearances(newestFirst: readonly DigestView[]): readonly PaperView[] {
  const byKey = new Map<string, PaperView>()
  for (const digest of newestFirst.toReversed()) {
    for (const paper of digest.papers.toReversed()) {
      if (!byKey.has(paper.key)) byKey.set(paper.key, paper)
    }
  }
  return [...byKey.values()].reverse()
}

export { paths }
