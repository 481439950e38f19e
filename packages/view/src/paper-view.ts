import type { PaperEntry } from '@broadsheet/core'
import type { CommentsView } from './comments-view.ts'
import type { CritiqueView } from './critique-view.ts'
import { type DigestLink, toDigestLink } from './digest-link.ts'
import { findTldrIds, placeFirst } from './digest-papers.ts'
import type { Line } from './line.ts'
import type { NameView } from './names.ts'
import { toPlacedPaperView } from './placed-paper-view.ts'
import type { Prose } from './prose.ts'
import type { SectionView } from './section-view.ts'
import { toHeadingLevels, type ViewContext } from './view-context.ts'

/**
 * Everything a reader sees of one paper, in its digest and on its own page. `key` is the last part of its
 * address; `anchor` the fragment of its section on a digest's page; `number` its 1-based place in the
 * digest it is shown in. `href` leads to its own page, `digestHref` to its section in the digest, both for a
 * link in this channel; `url` and `digestUrl` are the same absolute. `id` is its RFC 4151 tag URI.
 * `authorWords` names up to four authors, or three and how many others. `namedInTldr` says that the TL;DR links it.
 */
export type PaperView = {
  readonly key: string
  readonly anchor: string
  readonly number: number
  readonly id: string
  readonly href: string
  readonly url: string
  readonly digestHref: string
  readonly digestUrl: string
  readonly title: Line
  readonly authors: readonly NameView[]
  readonly authorWords: string
  readonly topics: readonly NameView[]
  readonly arxiv?: {
    readonly id: string
    readonly version?: number
    readonly abs: string
    readonly pdf: string
    readonly html: string
  }
  readonly comments?: CommentsView
  readonly abstract?: Prose
  readonly summary?: Prose
  readonly critique?: CritiqueView
  readonly labels: readonly { readonly label: string; readonly value: Line }[]
  readonly sections: readonly SectionView[]
  readonly namedInTldr: boolean
  readonly excerpt: string
  readonly readingMinutes: number
  readonly published: string
  readonly updated: string
  readonly digest: DigestLink
  /** The other digests that chose it, oldest first. */
  readonly otherDigests: readonly DigestLink[]
}

/**
 * A paper as its own page and its own feed item show it: as it first appeared. An entry of another archive
 * than the context's throws.
 */
export function toPaperView(entry: PaperEntry, context: ViewContext): PaperView {
  const placed = placeFirst(entry, context)
  const headingLevel = toHeadingLevels(context).paper
  const page = { link: toDigestLink(placed.digest, context), tldrIds: findTldrIds(placed.digest) }
  return toPlacedPaperView(placed, { ...page, places: new Map(), headingLevel }, context)
}
