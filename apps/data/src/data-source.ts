import { type SimilarPaper, toSimilarPapers } from '@broadsheet/core'
import {
  type Facts,
  type Note,
  type Publication,
  type Reference,
  toArchiveTables,
  toFacts,
  toNamedArchive,
  toReferences,
  toTable,
  traceArchive,
  traceMap,
  type ViewContext,
} from '@broadsheet/view'

/**
 * What the files are made of, by paper key where it is of papers. `named` is the context as far as the files of digests
 * and papers go, which say of topics and authors no more than their names.
 */
export type DataSource = {
  readonly context: ViewContext
  readonly named: ViewContext
  readonly references: ReadonlyMap<string, Reference>
  readonly similar: ReadonlyMap<string, readonly SimilarPaper[]>
}

/** A publication as this app sees it: in the words of the site, whose pages its files stand beside. */
export function toDataSource({ archive, config, revisions }: Publication): DataSource {
  const context: ViewContext = { channel: 'site', config, archive, revisions }
  return {
    context,
    named: { ...context, archive: toNamedArchive(archive, config) },
    references: toReferences(context),
    similar: toRoundedScores(toSimilarPapers(archive)),
  }
}

/**
 * Scores with two digits: every paper more moves all scores a little, and the files of papers should not change for
 * that.
 */
function toRoundedScores(similar: DataSource['similar']): DataSource['similar'] {
  const round = ({ key, score }: SimilarPaper) => ({ key, score: Math.round(score * 100) / 100 })
  return new Map([...similar].map(([key, papers]) => [key, papers.map(round)]))
}

/** What files of digests and papers are made of, telling `note` what is read of it. */
export function traceSource({ named, references, similar }: DataSource, note: Note): DataSource {
  const archive = traceArchive(named.archive, note)
  const revisions = traceMap('revisions', named.revisions ?? new Map(), note)
  const context = { ...named, archive, revisions }
  return {
    context,
    named: context,
    references: traceMap('references', references, note),
    similar: traceMap('similar', similar, note),
  }
}

/** What the entries of a traced source say. */
export function toSourceFacts({ named, references, similar }: DataSource): Facts {
  return toFacts({
    ...toArchiveTables(named.archive),
    revisions: toTable(named.revisions ?? new Map()),
    references: toTable(references),
    similar: toTable(similar),
  })
}
