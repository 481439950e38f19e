import { getEnvironmentData } from 'node:worker_threads'
import { type SimilarPaper, toSimilarPapers } from '@broadsheet/core'
import { type Publication, readPublication } from '@broadsheet/view'
import { unpackReading } from './packed-reading.ts'

/** What the site is built from: the publication, and for each paper those most like it. */
export type Reading = {
  readonly publication: Publication
  readonly similar: ReadonlyMap<string, readonly SimilarPaper[]>
}

/** Where a thread finds what another one has read: a SharedArrayBuffer with a packed `Reading`. */
export const readingKey = 'broadsheet:reading'

/** Reads the publication from its folder. */
export async function read(): Promise<Reading> {
  const publication = await readPublication()
  return { publication, similar: toSimilarPapers(publication.archive) }
}

/** What another thread has read, or else reads it. */
export async function takeReading(): Promise<Reading> {
  const shared = getEnvironmentData(readingKey)
  return shared instanceof SharedArrayBuffer ? unpackReading(shared) : read()
}
