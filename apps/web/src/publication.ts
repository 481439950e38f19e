import {
  type DigestView,
  listFeeds,
  type PaperView,
  toDigestView,
  toHref,
  toSiteView,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'
import { keepRecent } from './keep-recent.ts'
import { takeReading } from './reading.ts'

// Every page takes its views from here.
const { publication, similar } = await takeReading()

export const { archive, config } = publication

/** For each paper those most like it, by key, most alike first. */
export const similarPapers = similar

/** What views are made in. A paper's texts stand as deep in its digest as on its page and are rendered once. */
export const context: ViewContext = {
  channel: 'site',
  config,
  archive,
  revisions: publication.revisions,
  headingLevels: { digest: 3, paperInDigest: 3, paper: 3 },
}

export const site = toSiteView(config, 'site')

/** Slugs of all digests, newest first. */
export const digestSlugs: readonly string[] = archive.digests.map(({ slug }) => slug)

/** Keys of all papers, newest first. */
export const paperKeys: readonly string[] = [...archive.papers.keys()]

/** What was refused and why: authors' mistakes that keep a file from being published. */
export const refusals = publication.diagnostics.filter(({ severity }) => severity === 'error')

/** Every feed there is, the publication's own first. */
export const feeds = listFeeds(publication)

/** The digest of a slug that an index names. The pages of a digest and of its papers are built one after another. */
export const findDigest: (slug: string) => DigestView = keepRecent(3, (slug) => {
  const digest = archive.bySlug.get(slug)
  if (digest === undefined) throw new Error(`no digest has the slug ${slug}`)
  return toDigestView(digest, context)
})

/** The paper of a key that an index names, as the first digest that chose it shows it. */
export function findPaper(key: string): PaperView {
  const [first] = archive.papers.get(key)?.appearances ?? []
  const paper = first && findDigest(first.slug).papers[first.position]
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
