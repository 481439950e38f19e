import type { Digest, Paper } from './schema.ts'

/** Where a paper stands: the digest and its 0-based place among that digest's papers. */
export type Appearance = { readonly slug: string; readonly date: string; readonly position: number }

/**
 * A paper across all digests. `key` is its arXiv id without version, or a slug of its title when it has
 * none; it is the last part of its address. `paper` is the first appearance; `appearances` are oldest first.
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
  readonly months: readonly Month[]
  readonly days: readonly Day[]
}

/** The digests before and after one in time, within its own category. */
export type Neighbours = { readonly older?: Digest; readonly newer?: Digest }
