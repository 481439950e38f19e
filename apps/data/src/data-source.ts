import { type SimilarPaper, toSimilarPapers } from '@broadsheet/core'
import {
  type DigestView,
  type PaperView,
  type Publication,
  type Reference,
  toDigestView,
  toPaperView,
  toReferences,
  type ViewContext,
} from '@broadsheet/view'

/** What the files are made of, by paper key where it is of papers; views are made when they are asked for. */
export type DataSource = {
  readonly context: ViewContext
  readonly references: ReadonlyMap<string, Reference>
  readonly similar: ReadonlyMap<string, readonly SimilarPaper[]>
  readonly papers: () => Iterable<PaperView>
  readonly digests: () => Iterable<DigestView>
}

/** A publication as this app sees it: in the words of the site, whose pages its files stand beside. */
export function toDataSource({ archive, config, revisions }: Publication): DataSource {
  const context: ViewContext = { channel: 'site', config, archive, revisions }
  return {
    context,
    references: toReferences(context),
    similar: toSimilarPapers(archive),
    papers: () => archive.papers.values().map((entry) => toPaperView(entry, context)),
    digests: () => archive.digests.values().map((digest) => toDigestView(digest, context)),
  }
}
