import type { DigestLink, SectionView } from './digest-view.ts'
import type { Line, Prose } from './prose.ts'

/** A name that may have a page of its own; without `href` it has none. */
export type NameView = { readonly name: string; readonly slug: string; readonly href?: string }

/** A link found in a paper's comments, with what it is in a word. */
export type OutsideLink = {
  readonly href: string
  readonly kind: 'code' | 'project' | 'data' | 'link'
  readonly label: string
}

/**
 * Everything a reader sees of one paper, in its digest and on its own page. `key` is the last part of its
 * address; `anchor` the fragment of its section on a digest's page; `number` its 1-based place in the
 * digest it is shown in. `href` leads to its own page, `digestHref` to its section in the digest, both for a
 * link in this channel; `url` and `digestUrl` are the same absolute. `id` is its RFC 4151 tag URI.
 * `authorWords` names three authors and counts the rest. `namedInTldr` says that the TL;DR links it.
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
  readonly comments?: {
    readonly line: Line
    readonly venue?: string
    readonly pages?: number
    readonly figures?: number
    readonly links: readonly OutsideLink[]
  }
  readonly abstract?: Prose
  readonly summary?: Prose
  readonly critique?: {
    readonly whole: Prose
    readonly strengths?: Prose
    readonly weaknesses?: Prose
    readonly assessment?: Prose
  }
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
