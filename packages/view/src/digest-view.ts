import type { Digest } from '@broadsheet/core'
import { formatDate } from './dates.ts'
import { type DigestLink, toDigestLink, toDigestTitle } from './digest-link.ts'
import { findTldrIds, placePapers, toPaperPlaces } from './digest-papers.ts'
import { toExcerpt } from './excerpt.ts'
import { toDigestId } from './ids.ts'
import { type NameView, toTopicName } from './names.ts'
import { once } from './once.ts'
import type { PaperView } from './paper-view.ts'
import { textsOf, toPlacedPaperView } from './placed-paper-view.ts'
import { type Prose, toProse } from './prose.ts'
import type { ProseContext } from './prose-context.ts'
import { toReadingMinutes } from './reading-time.ts'
import { type SectionView, toSectionView } from './section-view.ts'
import { toPublished, toUpdated } from './times.ts'
import { paths, toHref, toUrl } from './urls.ts'
import { toHeadingLevels, type ViewContext } from './view-context.ts'

/**
 * Everything a reader sees of one digest in one channel; an app adds layout, never logic.
 * `href` is the digest's page for a link in this channel, `url` the same absolute (canonical), `id` its
 * RFC 4151 tag URI. `published` and `updated` are RFC 3339 instants. `countWords` is "10 of 81 papers", or
 * "10 papers" when the total is not known. `excerpt` is one plain-text paragraph of at most 300 characters.
 */
export type DigestView = {
  readonly slug: string
  readonly permalink: string
  readonly id: string
  readonly href: string
  readonly url: string
  readonly title: string
  readonly date: string
  readonly dateWords: string
  readonly published: string
  readonly updated: string
  readonly category?: { readonly id: string; readonly name: string; readonly href: string }
  readonly counts?: { readonly selected: number; readonly total: number }
  readonly countWords: string
  readonly readingMinutes: number
  readonly disclaimer?: Prose
  readonly overview?: Prose
  readonly tldr?: Prose
  readonly sections: readonly SectionView[]
  readonly papers: readonly PaperView[]
  readonly topics: readonly NameView[]
  readonly excerpt: string
  readonly older?: DigestLink
  readonly newer?: DigestLink
}

/** A digest as it is read in the context's channel. Its papers are made and its texts rendered when they are first read. */
export function toDigestView(digest: Digest, view: ViewContext): DigestView {
  const levels = toHeadingLevels(view)
  const placed = placePapers(digest, view)
  const places = toPaperPlaces(placed, view)
  const context = { ...view, papers: places, headingLevel: levels.digest }
  const papers = once(() => {
    const own = { link: toDigestLink(digest, view), tldrIds: findTldrIds(digest) }
    const page = { ...own, places, headingLevel: levels.paperInDigest }
    return placed.map((paper) => toPlacedPaperView(paper, page, view))
  })
  const texts = toMainTexts(digest, context)
  const excerpt = once(() => toExcerpt(texts.overview?.text ?? texts.tldr?.text ?? listTitles(papers())))
  const minutes = once(() => ({ value: toReadingMinutes(textsOfDigest(digest)) }))
  const id = toDigestId(view.config, digest.slug)
  const published = toPublished(digest.date, view)
  return {
    ...toAddresses(digest, view),
    id,
    title: toDigestTitle(digest, view),
    date: digest.date,
    dateWords: formatDate(digest.date, view.config.language),
    published,
    updated: toUpdated(id, published, view),
    ...(digest.category !== undefined && { category: toCategory(digest.category, view) }),
    ...(digest.tldr?.counts && { counts: digest.tldr.counts }),
    countWords: formatCounts(digest),
    get readingMinutes() {
      return minutes().value
    },
    ...texts,
    sections: digest.sections.map((section) => toSectionView(section, context)),
    get papers() {
      return papers()
    },
    topics: toTopics(
      placed.map(({ key }) => key),
      view,
    ),
    get excerpt() {
      return excerpt()
    },
    ...toNeighbours(digest, view),
  }
}

type MainTexts = Pick<DigestView, 'disclaimer' | 'overview' | 'tldr'>

function toMainTexts({ disclaimer, overview, tldr }: Digest, context: ProseContext): MainTexts {
  const above = { ...context, headingLevel: Math.max(context.headingLevel - 1, 1) }
  return {
    ...(disclaimer && { disclaimer: toProse(disclaimer.markdown, above) }),
    ...(overview && { overview: toProse(overview.markdown, above) }),
    ...(tldr?.body && { tldr: toProse(tldr.body.markdown, context) }),
  }
}

function toAddresses({ slug, permalink }: Digest, { config, channel }: ViewContext) {
  const path = paths.digest(slug)
  return { slug, permalink, href: toHref(config, channel, path), url: toUrl(config, path) }
}

function toCategory(id: string, { config, channel }: ViewContext) {
  return { id, name: config.categories[id] ?? id, href: toHref(config, channel, paths.category(id)) }
}

/** What the digest really holds, of what its publisher read. */
function formatCounts({ papers, tldr }: Digest): string {
  const counts = tldr?.counts
  const selected = papers.length === 0 ? (counts?.selected ?? 0) : papers.length
  if (counts === undefined || counts.total < selected)
    return `${selected} ${selected === 1 ? 'paper' : 'papers'}`
  return `${selected} of ${counts.total} ${counts.total === 1 ? 'paper' : 'papers'}`
}

/** The topics of its papers, those of most of them first. */
function toTopics(keys: readonly string[], view: ViewContext): readonly NameView[] {
  const counts = new Map<string, number>()
  for (const slug of keys.flatMap((key) => view.archive.papers.get(key)?.topics ?? [])) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1)
  }
  const slugs = [...counts].sort(([, a], [, b]) => b - a).map(([slug]) => slug)
  return slugs.flatMap((slug) => toTopicName(slug, view) ?? [])
}

function toNeighbours({ slug }: Digest, view: ViewContext): Pick<DigestView, 'older' | 'newer'> {
  const { bySlug, neighbours } = view.archive
  const { older, newer } = neighbours.get(slug) ?? {}
  const link = (other: string | undefined) => {
    const digest = other === undefined ? undefined : bySlug.get(other)
    return digest && toDigestLink(digest, view)
  }
  const [before, after] = [link(older), link(newer)]
  return { ...(before && { older: before }), ...(after && { newer: after }) }
}

function listTitles(papers: readonly PaperView[]): string {
  return papers.map(({ title }) => title.text).join(' · ')
}

function textsOfDigest({ overview, tldr, sections, papers }: Digest): readonly string[] {
  const own = [overview, tldr?.body, ...sections.map(({ body }) => body)]
  return [...own.flatMap((text) => text?.markdown ?? []), ...papers.flatMap(textsOf)]
}
