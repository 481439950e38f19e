import { toAuthors } from './authors.ts'
import { toCategories } from './categories.ts'
import { compareText } from './compare-text.ts'
import { toDays, toMonths } from './days.ts'
import type { Diagnostic } from './diagnostic.ts'
import { collectAllDiagnostics } from './diagnostics.ts'
import { toNeighbours } from './neighbours.ts'
import { type PaperAppearances, toPaperAppearances } from './paper-appearances.ts'
import { toPaperKey } from './paper-key.ts'
import { dropRepeats } from './repeats.ts'
import type { Digest, Paper } from './schema.ts'
import { toTopics } from './topics.ts'

/** Where a paper stands: the digest and its 0-based place among that digest's papers. */
export type Appearance = { readonly slug: string; readonly date: string; readonly position: number }

/**
 * A paper across all digests. `key` is what `toPaperKey` gives, the last part of its address. `paper` is the first appearance; `appearances` are oldest first.
 */
export type PaperEntry = {
  readonly key: string
  readonly paper: Paper
  readonly appearances: readonly Appearance[]
  /** Slugs of the topics and authors it belongs to, in the order the paper names them. */
  readonly topics: readonly string[]
  readonly authors: readonly string[]
}

/** A keyword with its variants merged. `papers` are paper keys, newest first. */
export type Topic = {
  readonly slug: string
  readonly name: string
  readonly spellings: readonly string[]
  readonly papers: readonly string[]
}

/** A person by normalised name, every spelling kept. `papers` are paper keys, newest first. */
export type Author = {
  readonly slug: string
  readonly name: string
  readonly spellings: readonly string[]
  readonly papers: readonly string[]
}

/** An arXiv category with its digests (slugs) and papers (keys), newest first. */
export type Category = {
  readonly id: string
  readonly digests: readonly string[]
  readonly papers: readonly string[]
}

/** A calendar month, `2025-10`, with its digests (slugs), newest first. */
export type Month = { readonly month: string; readonly digests: readonly string[] }

/** One calendar day between the first digest and the last. */
export type Day = {
  readonly date: string
  readonly state: 'published' | 'weekend' | 'nothing'
  readonly digests: readonly string[]
}

/**
 * All digests of a publication and every index over them. `digests` are newest first (by date, then
 * category, then slug). Maps iterate in the order readers want: topics and authors by number of papers,
 * then name; months and days newest first.
 */
export type Archive = {
  readonly digests: readonly Digest[]
  readonly bySlug: ReadonlyMap<string, Digest>
  /** Paper keys of each digest, by slug, in the digest's order. */
  readonly paperKeys: ReadonlyMap<string, readonly string[]>
  /** Every paper once, by key; newest first appearance first, then the digest's order. */
  readonly papers: ReadonlyMap<string, PaperEntry>
  readonly topics: ReadonlyMap<string, Topic>
  readonly authors: ReadonlyMap<string, Author>
  readonly categories: ReadonlyMap<string, Category>
  /** By slug, newest first. */
  readonly neighbours: ReadonlyMap<string, Neighbours>
  readonly months: readonly Month[]
  readonly days: readonly Day[]
}

/** The digests (slugs) before and after one in time, within its own category. */
export type Neighbours = { readonly older?: string; readonly newer?: string }

/** What the publication's configuration says of its archive: keywords that are another name of a topic. */
export type ArchiveOptions = { readonly aliases: Readonly<Record<string, string>> }

/**
 * Digests to the archive over them, in any order. Of two digests at one address the first by file is kept; a
 * paper that a digest names twice is shown once; both are reported, and so is what was in an older digest.
 */
export function toArchive(
  digests: readonly Digest[],
  options: ArchiveOptions,
): { archive: Archive; diagnostics: readonly Diagnostic[] } {
  const { reportOf, diagnostics } = collectAllDiagnostics()
  const oldestFirst = dropRepeats(digests, reportOf).toSorted(compareDigests)
  const newestFirst = oldestFirst.toSorted((a, b) => compareText(b.date, a.date) || compareDigests(a, b))
  const paperKeys = new Map(newestFirst.map(({ slug, papers }) => [slug, papers.map(toPaperKey)]))
  const archive: Archive = {
    digests: newestFirst,
    bySlug: new Map(newestFirst.map((digest) => [digest.slug, digest])),
    paperKeys,
    ...toPaperIndexes(toPaperAppearances(oldestFirst, reportOf), paperKeys, options),
    categories: toCategories(newestFirst, paperKeys),
    neighbours: toNeighbours(newestFirst),
    months: toMonths(newestFirst),
    days: toDays(newestFirst),
  }
  return { archive, diagnostics }
}

/** `paperKeys` come newest digest first, which is the order of every list of papers. */
function toPaperIndexes(
  found: readonly PaperAppearances[],
  paperKeys: ReadonlyMap<string, readonly string[]>,
  { aliases }: ArchiveOptions,
): Pick<Archive, 'papers' | 'topics' | 'authors'> {
  const ranks = new Map(listNewestFirst(found, paperKeys).map((key, rank) => [key, rank]))
  const topics = toTopics(found, ranks, aliases)
  const authors = toAuthors(found, ranks)
  const papers = found
    .toSorted((a, b) => (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0))
    .map(
      (paper): PaperEntry => ({
        ...paper,
        topics: topics.ofPaper.get(paper.key) ?? [],
        authors: authors.ofPaper.get(paper.key) ?? [],
      }),
    )
  return {
    papers: new Map(papers.map((paper) => [paper.key, paper])),
    topics: topics.bySlug,
    authors: authors.bySlug,
  }
}

function listNewestFirst(
  found: readonly PaperAppearances[],
  paperKeys: ReadonlyMap<string, readonly string[]>,
): string[] {
  const firsts = new Map(found.map(({ key, appearances: [first] }) => [key, first.slug]))
  return [...paperKeys].flatMap(([slug, keys]) => keys.filter((key) => firsts.get(key) === slug))
}

function compareDigests(a: Digest, b: Digest): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.category ?? '', b.category ?? '') ||
    compareText(a.slug, b.slug)
  )
}
