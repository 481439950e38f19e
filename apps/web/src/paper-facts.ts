import { toSimilarPapers } from '@broadsheet/core'
import { listPictures, type PaperLine, type Reference, toReferences, traceMap } from '@broadsheet/view'
import { findListedPaper } from './listed-paper.ts'
import { archive, context, note } from './publication.ts'

const { site, digests, papers } = listPictures(context)

/** What pages show of papers beside their views; what is read of it is noted. */
export const facts = {
  references: toReferences(context),
  similar: toSimilarPapers(archive),
  digestPictures: digests,
  paperPictures: papers,
} as const

/** The pictures that link previews show. */
export const pictures = {
  site,
  digests: traceMap('digestPictures', facts.digestPictures, note),
  papers: traceMap('paperPictures', facts.paperPictures, note),
}

const references = traceMap('references', facts.references, note)
const similarPapers = traceMap('similar', facts.similar, note)

/** The paper of a key as other texts cite it. */
export function referenceOf(key: string): Reference {
  const reference = references.get(key)
  if (reference === undefined) throw new Error(`paper ${key} has no reference`)
  return reference
}

/** The papers most like the one of a key, most alike first. */
export function similarTo(key: string): readonly PaperLine[] {
  return (similarPapers.get(key) ?? []).map((similar) => findListedPaper(similar.key))
}
