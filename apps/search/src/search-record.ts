import {
  type DigestView,
  escapeHtml,
  type PaperView,
  type Publication,
  toDigestView,
  toPaperView,
} from '@broadsheet/view'

/** What Pagefind reads: a page made for it alone, whose headings and weights say what counts, and its address. */
export type SearchRecord = { readonly url: string; readonly html: string }

/** Every paper once and every digest, in this order, each newest first, one at a time. */
export function* toSearchRecords(publication: Publication): Generator<SearchRecord> {
  const { archive, config, revisions } = publication
  const context = { channel: 'site', config, archive, revisions } as const
  for (const entry of archive.papers.values()) {
    const paper = toPaperView(entry, context)
    const category = archive.bySlug.get(paper.digest.slug)?.category
    yield toPaperRecord(paper, category && (config.categories[category] ?? category), config.language)
  }
  for (const digest of archive.digests) yield toDigestRecord(toDigestView(digest, context), config.language)
}

/**
 * A paper to be found by title, authors, topics, id, comments and abstract. Facets are `kind`, `year`, `category`
 * and the topics that have a page; authors, date and beginning are shown with it.
 */
function toPaperRecord(paper: PaperView, category: string | undefined, language: string): SearchRecord {
  return toRecord(paper.href, paper.title.text, language, [
    ...toFilters('Papers', paper.digest.date, category),
    ...paper.topics.filter(({ href }) => href !== undefined).map(({ name }) => toFilter('topic', name)),
    toMeta('authors', paper.authorWords),
    toMeta('date', paper.digest.dateWords),
    toMeta('excerpt', paper.excerpt),
    toText(4, paper.authors.map(({ name }) => name).join(', ')),
    toText(5, paper.topics.map(({ name }) => name).join(', ')),
    toText(2, paper.arxiv?.id),
    toText(1, paper.comments?.line.text),
    toText(1, paper.abstract?.text),
  ])
}

/** A digest to be found by title, overview and TL;DR. */
function toDigestRecord(digest: DigestView, language: string): SearchRecord {
  return toRecord(digest.href, digest.title, language, [
    ...toFilters('Digests', digest.date, digest.category?.name),
    toMeta('date', digest.dateWords),
    toMeta('excerpt', digest.excerpt),
    toText(1, digest.overview?.text),
    toText(1, digest.tldr?.text),
  ])
}

function toRecord(url: string, title: string, language: string, lines: readonly string[]): SearchRecord {
  const body = `<body><h1>${escapeHtml(title)}</h1>${lines.join('')}</body>`
  return { url, html: `<html lang="${escapeHtml(language)}">${body}</html>` }
}

function toFilters(kind: string, date: string, category: string | undefined): readonly string[] {
  const facets = [toFilter('kind', kind), toFilter('year', date.slice(0, 4))]
  return category === undefined ? facets : [...facets, toFilter('category', category)]
}

function toFilter(name: string, value: string): string {
  return `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`
}

function toMeta(name: string, value: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`
}

function toText(weight: number, text = ''): string {
  return text === '' ? '' : `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>`
}
