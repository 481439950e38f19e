import { type SimilarPaper, toSimilarPapers } from '@broadsheet/core'
import {
  type Facts,
  type Note,
  type Publication,
  type Reference,
  toArchiveTables,
  toFacts,
  toReferences,
  toTable,
  traceArchive,
  traceMap,
  type ViewContext,
} from '@broadsheet/view'

/** What the files are made of, by paper key where it is of papers. */
export type DataSource = {
  readonly context: ViewContext
  readonly references: ReadonlyMap<string, Reference>
  readonly similar: ReadonlyMap<string, readonly SimilarPaper[]>
}

/** A publication as this app sees it: in the words of the site, whose pages its files stand beside. */
export function toDataSource({ archive, config, revisions }: Publication): DataSource {
  const context: ViewContext = { channel: 'site', config, archive, revisions }
  return { context, references: toReferences(context), similar: toRoundedScores(toSimilarPapers(archive)) }
}

/**
 * Scores with two digits: every paper more moves all scores a little, and the files of papers should not change for
 * that.
 */
function toRoundedScores(similar: DataSource['similar']): DataSource['similar'] {
  const round = ({ key, score }: SimilarPaper) => ({ key, score: Math.round(score * 100) / 100 })
  return new Map([...similar].map(([key, papers]) => [key, papers.map(round)]))
}

/** The same source, telling `note` what is read of it. */
export function traceSource({ context, references, similar }: DataSource, note: Note): DataSource {
  const archive = traceArchive(context.archive, note)
  const revisions = traceMap('revisions', context.revisions ?? new Map(), note)
  return {
    context: { ...context, archive, revisions },
    references: traceMap('references', references, note),
    similar: traceMap('similar', similar, note),
  }
}

/** What the entries of a source say. */
export function toSourceFacts({ context, references, similar }: DataSource): Facts {
  return toFacts({
    ...toArchiveTables(context.archive),
    revisions: toTable(context.revisions ?? new Map()),
    references: toTable(references),
    similar: toTable(similar),
  })
}
