import {
  type DigestView,
  listFeeds,
  type PaperView,
  readPublication,
  toDigestView,
  toHref,
  toSiteView,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'

// The only place where the site reads the publication; every page takes its views from here.
const publication = await readPublication()

export const { archive, config } = publication

/** What views are made in. A paper's texts stand as deep in its digest as on its page and are rendered once. */
export const context: ViewContext = {
  channel: 'site',
  config,
  archive,
  revisions: publication.revisions,
  headingLevels: { digest: 3, paperInDigest: 3, paper: 3 },
}

export const site = toSiteView(config, 'site')

/** Newest first. */
export const digests: readonly DigestView[] = archive.digests.map((digest) => toDigestView(digest, context))

/** Every paper once, newest first, as the first digest that chose it shows it. */
export const papers: readonly PaperView[] = toFirstAppearances(digests)

/** What was refused and why: authors' mistakes that keep a file from being published. */
export const refusals = publication.diagnostics.filter(({ severity }) => severity === 'error')

/** Every feed there is, the publication's own first. */
export const feeds = listFeeds(publication)

const digestsBySlug = new Map(digests.map((digest) => [digest.slug, digest]))
const papersByKey = new Map(papers.map((paper) => [paper.key, paper]))

/** The digest of a slug that another view or index names. */
export function findDigest(slug: string): DigestView {
  const digest = digestsBySlug.get(slug)
  if (digest === undefined) throw new Error(`no digest has the slug ${slug}`)
  return digest
}

/** The paper of a key that another view or index names. */
export function findPaper(key: string): PaperView {
  const paper = papersByKey.get(key)
  if (paper === undefined) throw new Error(`no paper has the key ${key}`)
  return paper
}

/** The address of one of our `paths`, for a link. */
export function href(path: string): string {
  return toHref(config, 'site', path)
}

/** The absolute address of one of our `paths`. */
export function url(path: string): string {
  return toUrl(config, path)
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
