import type { Archive } from '@broadsheet/core'
import {
  escapeHtml,
  hasPage,
  paths,
  toDigestId,
  toPaperId,
  toPublished,
  toUpdated,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'

/** A page that search engines should know, by its path, and when it last changed (RFC 3339) if that is known. */
export type SitemapPage = { readonly path: string; readonly updated?: string | undefined }

/** A sitemap holds no more addresses than this. @see https://www.sitemaps.org/protocol.html */
const longest = 50_000

/** Every page with something to find on it. A list changed when the newest of what it lists did. */
export function listSitemapPages(context: ViewContext): readonly SitemapPage[] {
  const { archive, config } = context
  const digests = toDigestUpdates(context)
  const papers = toPaperUpdates(context)
  const ofPapers = (path: string, keys: readonly string[]) => ({ path, updated: newest(papers, keys) })
  const ofDigests = (path: string, slugs: readonly string[]) => ({ path, updated: newest(digests, slugs) })
  const topics = archive.topics.values().filter((topic) => hasPage(topic, config))
  const authors = archive.authors.values().filter((author) => hasPage(author, config))
  return [
    ...[paths.home, paths.digests, paths.archive].map((path) => ofDigests(path, [...digests.keys()])),
    ...[paths.papers, paths.topics, paths.authors, paths.categories, paths.trends].map((path) =>
      ofPapers(path, [...papers.keys()]),
    ),
    ...[paths.feeds, paths.subscribe, paths.about].map((path) => ({ path })),
    ...[...digests.keys()].map((slug) => ofDigests(paths.digest(slug), [slug])),
    ...[...papers.keys()].map((key) => ofPapers(paths.paper(key), [key])),
    ...topics.map((topic) => ofPapers(paths.topic(topic.slug), topic.papers)),
    ...authors.map((author) => ofPapers(paths.author(author.slug), author.papers)),
    ...[...archive.categories.values()].map((category) =>
      ofDigests(paths.category(category.id), category.digests),
    ),
    ...listPeriods(archive).map(({ period, slugs }) => ofDigests(paths.archiveOf(period), slugs)),
  ]
}

/** Sitemaps of at most 50,000 pages and the index that names them, as files below the site's root. */
export function buildSitemap(
  pages: readonly SitemapPage[],
  { config }: ViewContext,
): readonly { readonly path: string; readonly content: string }[] {
  const count = Math.max(1, Math.ceil(pages.length / longest))
  const parts = Array.from({ length: count }, (_, index) =>
    pages.slice(index * longest, (index + 1) * longest),
  )
  const toElement =
    (name: string) =>
    ({ path, updated }: SitemapPage) =>
      `<${name}><loc>${escapeHtml(toUrl(config, path))}</loc>${updated ? `<lastmod>${updated}</lastmod>` : ''}</${name}>`
  const index = parts.map((part, number) => ({
    path: paths.sitemapPart(number + 1),
    updated: newestOf(part.map(({ updated }) => updated)),
  }))
  return [
    { path: paths.sitemap, content: toXml('sitemapindex', index.map(toElement('sitemap'))) },
    ...parts.map((part, number) => ({
      path: paths.sitemapPart(number + 1),
      content: toXml('urlset', part.map(toElement('url'))),
    })),
  ]
}

function toXml(name: string, elements: readonly string[]): string {
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${xmlns}">\n${elements.join('\n')}\n</${name}>\n`
}

function toDigestUpdates(context: ViewContext): ReadonlyMap<string, string> {
  return new Map(
    context.archive.digests.map(({ slug, date }) => [
      slug,
      toUpdated(toDigestId(context.config, slug), toPublished(date, context), context),
    ]),
  )
}

/** A paper's page also names the digests that chose it later. */
function toPaperUpdates(context: ViewContext): ReadonlyMap<string, string> {
  return new Map(
    [...context.archive.papers.values()].map(({ key, appearances }) => {
      const chosen = toPublished(appearances.at(-1)?.date ?? '', context)
      return [key, newestOf([chosen, toUpdated(toPaperId(context.config, key), chosen, context)]) ?? chosen]
    }),
  )
}

function listPeriods({ months, digests }: Archive): { period: string; slugs: readonly string[] }[] {
  const years = Map.groupBy(digests, ({ date }) => date.slice(0, 4))
  return [
    ...[...years].map(([period, ofYear]) => ({ period, slugs: ofYear.map(({ slug }) => slug) })),
    ...months.map(({ month, digests: slugs }) => ({ period: month, slugs })),
  ]
}

function newest(updates: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return newestOf(names.map((name) => updates.get(name)))
}

function newestOf(instants: readonly (string | undefined)[]): string | undefined {
  let found: string | undefined
  for (const instant of instants) {
    if (instant !== undefined && (found === undefined || Date.parse(instant) > Date.parse(found)))
      found = instant
  }
  return found
}
