import {
  type DigestView,
  type Note,
  type PaperView,
  readPublication,
  toDigestView,
  toHref,
  toNamedArchive,
  toSiteView,
  toUrl,
  traceArchive,
  traceMap,
  type ViewContext,
} from '@broadsheet/view'

/** The only place where the site reads the publication; every page takes its views from here. */
export const publication = await readPublication()

export const { archive, config } = publication

/** What lists and charts are made in. A paper's texts stand as deep in its digest as on its page and are rendered once. */
export const context: ViewContext = {
  channel: 'site',
  config,
  archive,
  revisions: publication.revisions,
  headingLevels: { digest: 3, paperInDigest: 3, paper: 3 },
}

/** The archive as far as the views of digests and papers go. */
export const named = toNamedArchive(archive, config)

let hear: Note = () => undefined

/** Tells whoever listens what of the publication a page is made from. */
export const note: Note = (table, key) => hear(table, key)

const traced = trace(note)

/** What views are made in that tell `note` what they are made from. */
export function trace(note: Note): ViewContext {
  const revisions = traceMap('revisions', publication.revisions, note)
  return { ...context, archive: traceArchive(named, note), revisions }
}

export const site = toSiteView(config, 'site')

/** Slugs of all digests, newest first. */
export const digestSlugs: readonly string[] = archive.digests.map(({ slug }) => slug)

/** Keys of all papers, newest first. */
export const paperKeys: readonly string[] = [...archive.papers.keys()]

/** What was refused and why: authors' mistakes that keep a file from being published. */
export const refusals = publication.diagnostics.filter(({ severity }) => severity === 'error')

const digests = new Map<string, DigestView>()

/** The digest of a slug that an index names. */
export function findDigest(slug: string): DigestView {
  const known = digests.get(slug)
  if (known !== undefined) return known
  const digest = traced.archive.bySlug.get(slug)
  if (digest === undefined) throw new Error(`no digest has the slug ${slug}`)
  const view = toDigestView(digest, traced)
  digests.set(slug, view)
  return view
}

/** The paper of a key that an index names, as the first digest that chose it shows it. */
export function findPaper(key: string): PaperView {
  const [first] = traced.archive.papers.get(key)?.appearances ?? []
  const paper = first && findDigest(first.slug).papers[first.position]
  if (paper === undefined) throw new Error(`no paper has the key ${key}`)
  return paper
}

/**
 * From now on `listener` hears what is read. All views are let go and made anew, so that it hears what they are made
 * from too; a large archive has more of them than memory should hold.
 */
export function listen(listener: Note): void {
  hear = listener
  digests.clear()
}

/** The address of one of our `paths`, for a link. */
export function href(path: string): string {
  return toHref(config, 'site', path)
}

/** The absolute address of one of our `paths`. */
export function url(path: string): string {
  return toUrl(config, path)
}
