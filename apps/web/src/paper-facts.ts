import { listPictures, type Reference, toReferences } from '@broadsheet/view'
import { findListedPaper, type ListedPaper } from './listed-paper.ts'
import { context, similarPapers } from './publication.ts'

const references = toReferences(context)

/** The pictures that link previews show. */
export const pictures = listPictures(context)

/** The paper of a key as other texts cite it. */
export function referenceOf(key: string): Reference {
  const reference = references.get(key)
  if (reference === undefined) throw new Error(`paper ${key} has no reference`)
  return reference
}

/** The papers most like the one of a key, most alike first. */
export function similarTo(key: string): readonly ListedPaper[] {
  return (similarPapers.get(key) ?? []).map((similar) => findListedPaper(similar.key))
}
