import { type Digest, type Paper, type PaperEntry, toPaperKey } from '@broadsheet/core'
import { findArxivIds } from './arxiv-link.ts'
import type { PaperPlace } from './links.ts'
import { paths, toHref } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** A paper where it stands in a digest. `anchor` is unique on the digest's page. */
export type PlacedPaper = {
  readonly paper: Paper
  readonly key: string
  readonly anchor: string
  readonly number: number
  readonly digest: Digest
}

/** The papers of a digest in its order, with their keys in the archive. */
export function placePapers(digest: Digest, context: ViewContext): readonly PlacedPaper[] {
  const keys = context.archive.paperKeys.get(digest.slug) ?? []
  const seen = new Map<string, number>()
  return digest.papers.map((paper, index) => {
    const key = keys[index] ?? toPaperKey(paper)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    const anchor = `paper-${key.replace(/[^\w.-]/g, '-')}${times === 1 ? '' : `--${times}`}`
    return { paper, key, anchor, number: index + 1, digest }
  })
}

/** A paper where it first appeared. An entry of another archive than the context's throws. */
export function placeFirst({ key, appearances }: PaperEntry, context: ViewContext): PlacedPaper {
  const [first] = appearances
  const digest = first && context.archive.bySlug.get(first.slug)
  const placed = digest && placePapers(digest, context)[first.position]
  if (placed === undefined) throw new Error(`Paper ${key} stands in no digest of this archive.`)
  return placed
}

/** Where links to the papers of a digest lead: to their sections on its page, by arXiv id. */
export function toPaperPlaces(
  placed: readonly PlacedPaper[],
  context: ViewContext,
): ReadonlyMap<string, PaperPlace> {
  const places = new Map<string, PaperPlace>()
  for (const { paper, anchor, number, digest } of placed) {
    const id = paper.arxiv?.id
    if (id === undefined || places.has(id)) continue
    // In mail this is the page on the site: an anchor in the mail itself does nothing in Gmail on iOS and in Yahoo on
    // Android, and opens yahoo.com on iOS. https://www.caniemail.com/features/html-anchor-links/
    const href = toHref(context.config, context.channel, paths.digestPaper(digest.slug, anchor))
    places.set(id, { number, href })
  }
  return places
}

const tldrIds = new WeakMap<Digest, ReadonlySet<string>>()

/** The arXiv ids that a digest's TL;DR names, as addresses or alone. */
export function findTldrIds(digest: Digest): ReadonlySet<string> {
  const ids = tldrIds.get(digest) ?? findArxivIds(digest.tldr?.body?.markdown ?? '')
  tldrIds.set(digest, ids)
  return ids
}
