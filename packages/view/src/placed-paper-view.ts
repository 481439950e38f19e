import type { ArxivId, Paper, PaperEntry } from '@broadsheet/core'
import { toCommentsView } from './comments-view.ts'
import { toCritiqueView } from './critique-view.ts'
import { type DigestLink, toDigestLink } from './digest-link.ts'
import type { PlacedPaper } from './digest-papers.ts'
import { toExcerpt } from './excerpt.ts'
import { toPaperId } from './ids.ts'
import { toLine, toTitle } from './line.ts'
import type { PaperPlace } from './links.ts'
import { formatAuthors, toAuthorNames, toTopicName } from './names.ts'
import { once } from './once.ts'
import type { PaperView } from './paper-view.ts'
import { type Prose, toProse } from './prose.ts'
import type { ProseContext } from './prose-context.ts'
import { toReadingMinutes } from './reading-time.ts'
import { toSectionView } from './section-view.ts'
import { toPublished, toUpdated } from './times.ts'
import { paths, toArxivUrls, toHref, toUrl } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** What a paper's view takes from the page it is shown on, and from the digest it stands in. */
export type Page = {
  readonly places: ReadonlyMap<string, PaperPlace>
  readonly headingLevel: number
  readonly link: DigestLink
  readonly tldrIds: ReadonlySet<string>
}

/** A paper where it stands in a digest, as one page shows it. */
export function toPlacedPaperView(placed: PlacedPaper, page: Page, view: ViewContext): PaperView {
  const { paper, key, digest } = placed
  const entry = view.archive.papers.get(key)
  const context = { ...view, papers: page.places, headingLevel: page.headingLevel, self: paper.arxiv?.id }
  const prose = toMainTexts(paper, context)
  const excerpt = once(() => toExcerpt((prose.abstract ?? prose.summary)?.text ?? ''))
  const minutes = once(() => ({ value: toReadingMinutes(textsOf(paper)) }))
  const authors = toAuthorNames(paper.authors, entry, view)
  const id = toPaperId(view.config, key)
  const published = toPublished(digest.date, view)
  return {
    ...toAddresses(placed, view),
    id,
    title: toTitle(paper.title, context),
    authors,
    authorWords: formatAuthors(authors.map(({ name }) => name)),
    topics: (entry?.topics ?? []).flatMap((slug) => toTopicName(slug, view) ?? []),
    ...(paper.arxiv && { arxiv: toArxivView(paper.arxiv) }),
    ...(paper.comments && { comments: toCommentsView(paper.comments, context) }),
    ...prose,
    ...(paper.critique && { critique: toCritiqueView(paper.critique, context) }),
    labels: paper.labels.map(({ label, value }) => ({ label, value: toLine(value, context) })),
    sections: paper.sections.map((section) => toSectionView(section, context)),
    namedInTldr: paper.arxiv !== undefined && page.tldrIds.has(paper.arxiv.id),
    get excerpt() {
      return excerpt()
    },
    get readingMinutes() {
      return minutes().value
    },
    published,
    updated: toUpdated(id, published, view),
    digest: page.link,
    otherDigests: toOtherDigests(entry, digest.slug, view),
  }
}

function toMainTexts(
  paper: Paper,
  context: ProseContext,
): { readonly abstract?: Prose; readonly summary?: Prose } {
  return {
    ...(paper.abstract && { abstract: toProse(paper.abstract.markdown, context) }),
    ...(paper.summary && { summary: toProse(paper.summary.markdown, context) }),
  }
}

function toAddresses({ key, anchor, number, digest }: PlacedPaper, { config, channel }: ViewContext) {
  const own = paths.paper(key)
  const inDigest = paths.digestPaper(digest.slug, anchor)
  return {
    key,
    anchor,
    number,
    href: toHref(config, channel, own),
    url: toUrl(config, own),
    digestHref: toHref(config, channel, inDigest),
    digestUrl: toUrl(config, inDigest),
  }
}

function toArxivView({ id, version }: ArxivId) {
  return { id, ...(version !== undefined && { version }), ...toArxivUrls({ id, version }) }
}

function toOtherDigests(
  entry: PaperEntry | undefined,
  slug: string,
  view: ViewContext,
): readonly DigestLink[] {
  const others = (entry?.appearances ?? []).filter((appearance) => appearance.slug !== slug)
  return others.flatMap((appearance) => {
    const digest = view.archive.bySlug.get(appearance.slug)
    return digest === undefined ? [] : [toDigestLink(digest, view)]
  })
}

/** Everything of a paper that takes time to read, as Markdown. */
export function textsOf(paper: Paper): readonly string[] {
  const texts = [
    paper.abstract,
    paper.summary,
    paper.critique?.text,
    ...paper.sections.map(({ body }) => body),
  ]
  return texts.flatMap((text) => text?.markdown ?? [])
}
