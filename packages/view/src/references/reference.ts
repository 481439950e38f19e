import { findAddresses, type PaperEntry } from '@broadsheet/core'
import { toTopicName } from '../names.ts'
import { once } from '../once.ts'
import { toProse } from '../prose.ts'
import { paths, toArxivUrls, toUrl } from '../urls.ts'
import { toHeadingLevels, type ViewContext } from '../view-context.ts'
import { type KeySource, toCitationKeys } from './citation-key.ts'
import { type Person, parsePerson } from './person.ts'
import { formatTitle, type TitlePart, toTitleParts } from './title-parts.ts'

/**
 * What a bibliography says of one paper. `key` is its citation key, unique and lasting in the publication;
 * `title` is plain text and `titleParts` the same with math apart. Year and month (1 to 12) come from the arXiv
 * id, else from the digest that first chose it. `category` is that digest's, for a paper that was new then: the
 * digest read arXiv's list of new papers of its category. `url` is arXiv's page, else the paper's own link, else our page.
 */
export type Reference = {
  readonly key: string
  readonly title: string
  readonly titleParts: readonly TitlePart[]
  readonly authors: readonly Person[]
  readonly year: number
  readonly month: number
  readonly url: string
  readonly arxiv?: {
    readonly id: string
    readonly doi: string
    readonly pdf: string
    readonly category?: string
  }
  readonly venue?: string
  /** Plain text, made when first read; empty when the paper has none. */
  readonly abstract: string
  readonly keywords: readonly string[]
}

/** The reference of every paper of the archive, by paper key; the map iterates as the archive's does. */
export function toReferences(context: ViewContext): ReadonlyMap<string, Reference> {
  const sources = [...context.archive.papers.values()].map((entry) => ({ entry, ...toKeySource(entry) }))
  // Oldest choice first: a digest added later never changes the key of a paper printed before.
  const byAge = sources.toSorted(
    (a, b) => compare(firstDate(a.entry), firstDate(b.entry)) || compare(a.entry.key, b.entry.key),
  )
  const keys = new Map(toCitationKeys(byAge).map((key, index) => [byAge[index]?.entry, key]))
  return new Map(
    sources.map((source) => [source.entry.key, toReference(keys.get(source.entry) ?? '', source, context)]),
  )
}

type Source = KeySource & {
  readonly entry: PaperEntry
  readonly month: number
  readonly titleParts: readonly TitlePart[]
}

function toKeySource(entry: PaperEntry): Omit<Source, 'entry'> {
  const titleParts = toTitleParts(entry.paper.title)
  return {
    ...toMonth(entry),
    titleParts,
    title: formatTitle(titleParts),
    authors: entry.paper.authors.map(parsePerson),
  }
}

function toReference(key: string, source: Source, context: ViewContext): Reference {
  const { entry, ...fields } = source
  const { paper } = entry
  const abstract = once(() => toPlainText(paper.abstract?.markdown ?? '', context))
  return {
    key,
    ...fields,
    url: toAddress(entry, context),
    ...(paper.arxiv && { arxiv: toArxiv(paper.arxiv.id, source, context) }),
    ...(paper.comments?.venue && { venue: paper.comments.venue }),
    get abstract() {
      return abstract()
    },
    keywords: entry.topics.flatMap((slug) => toTopicName(slug, context)?.name ?? []),
  }
}

function toArxiv(
  id: string,
  { entry, year, month }: Source,
  { archive }: ViewContext,
): NonNullable<Reference['arxiv']> {
  const [first] = entry.appearances
  const isNew = first !== undefined && toMonths(first.date) - (year * 12 + month) <= 1
  const category = /^(.+)\//.exec(id)?.[1] ?? (isNew ? archive.bySlug.get(first.slug)?.category : undefined)
  return { id, doi: `10.48550/arXiv.${id}`, pdf: toArxivUrls({ id }).pdf, ...(category && { category }) }
}

/** The months of all years up to that of a date. */
function toMonths(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

function toAddress({ key, paper }: PaperEntry, { config }: ViewContext): string {
  if (paper.arxiv) return toArxivUrls({ id: paper.arxiv.id }).abs
  const link = paper.labels.find(({ label }) => /^paper link$/i.test(label))
  return findAddresses(link?.value ?? '')[0] ?? toUrl(config, paths.paper(key))
}

/** arXiv ids begin with year and month, `2510` or `hep-th/9901`. */
function toMonth(entry: PaperEntry): { readonly year: number; readonly month: number } {
  const [, short, month] = /^(?:.+\/)?(\d\d)(0[1-9]|1[0-2])/.exec(entry.paper.arxiv?.id ?? '') ?? []
  if (short !== undefined) return { year: (short > '90' ? 1900 : 2000) + Number(short), month: Number(month) }
  const date = firstDate(entry)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
}

function firstDate({ appearances }: PaperEntry): string {
  return appearances[0]?.date ?? ''
}

function toPlainText(markdown: string, context: ViewContext): string {
  const place = { ...context, papers: new Map<string, never>(), headingLevel: toHeadingLevels(context).paper }
  return toProse(markdown, place).text
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
