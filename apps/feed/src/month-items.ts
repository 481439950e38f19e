import type { Digest } from '@broadsheet/core'
import { type DigestView, type PaperView, type Publication, toDigestView } from '@broadsheet/view'
import { toDigestItem } from './digest-item.ts'
import { toPaperItem } from './paper-item.ts'
import { toWrittenItem, type WrittenItem } from './written-item.ts'

/** What came in one month, newest first: its digests, and the papers that they chose first. */
export type MonthItems = { readonly digests: readonly WrittenItem[]; readonly papers: readonly WrittenItem[] }

/** Writes every item of a month's digests, each once. */
export function toMonthItems(publication: Publication, slugs: readonly string[]): MonthItems {
  const { archive, config } = publication
  const written = slugs.flatMap((slug) => {
    const digest = archive.bySlug.get(slug)
    if (digest === undefined) return []
    const view = toDigestView(digest, { channel: 'feed', ...publication })
    const item = toWrittenItem(toDigestItem(view, config.publisher))
    return [{ digest: item, papers: toNewPapers(publication, digest, view) }]
  })
  return { digests: written.map(({ digest }) => digest), papers: written.flatMap(({ papers }) => papers) }
}

/** The view of the digest is asked for its papers, so that their texts are rendered once for both. */
function toNewPapers({ archive }: Publication, digest: Digest, view: DigestView): WrittenItem[] {
  return view.papers
    .filter((paper, position) => isFirst(archive.papers.get(paper.key)?.appearances[0], digest, position))
    .map((paper: PaperView) => toWrittenItem(toPaperItem(paper, view)))
}

function isFirst(
  first: { readonly slug: string; readonly position: number } | undefined,
  { slug }: Digest,
  position: number,
): boolean {
  return first?.slug === slug && first.position === position
}
