import { toSimilarPapers } from '@broadsheet/core'
import { listPictures, type PaperView, type Reference, toReferences } from '@broadsheet/view'
import { archive, context, findPaper } from './publication.ts'

const references = toReferences(context)
const similar = toSimilarPapers(archive)

/** The pictures that link previews show. */
export const pictures = listPictures(context)

/** A paper as other texts cite it. */
export function referenceOf(paper: PaperView): Reference {
  const reference = references.get(paper.key)
  if (reference === undefined) throw new Error(`paper ${paper.key} has no reference`)
  return reference
}

/** The papers most like it, most alike first. */
export function similarTo(paper: PaperView): readonly PaperView[] {
  return (similar.get(paper.key) ?? []).map(({ key }) => findPaper(key))
}
