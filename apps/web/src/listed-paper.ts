import { type PaperView, toPaperView } from '@broadsheet/view'
import { archive, context } from './publication.ts'

/** What a list shows of a paper. */
export type ListedPaper = Pick<
  PaperView,
  'key' | 'href' | 'title' | 'authorWords' | 'digest' | 'digestHref'
> & { readonly venue?: string }

const known = new Map<string, ListedPaper>()

/** The paper of a key, for the many lists that show it; its texts are not made for that. */
export function findListedPaper(key: string): ListedPaper {
  const paper = known.get(key) ?? make(key)
  known.set(key, paper)
  return paper
}

/** What a list shows of a paper that is shown whole elsewhere. */
export function toListedPaper(paper: PaperView): ListedPaper {
  const { key, href, title, authorWords, digest, digestHref, comments } = paper
  const venue = comments?.venue
  return { key, href, title, authorWords, digest, digestHref, ...(venue !== undefined && { venue }) }
}

function make(key: string): ListedPaper {
  const entry = archive.papers.get(key)
  if (entry === undefined) throw new Error(`no paper has the key ${key}`)
  return toListedPaper(toPaperView(entry, context))
}
