import { toSimilarPapers } from '@broadsheet/core'
import { buildData, buildPictures, drawCard, readFonts, toDataSource } from '@broadsheet/data'
import { type Publication, toReferences, toTrends } from '@broadsheet/view'
import { generatePublication } from './generate-publication.ts'
import type { Measurement } from './measurement.ts'

const counts = [500, 3200]

/**
 * What other programs read: how long papers that are alike, references and trends take at a size and at six times
 * it, how fast files are made, and what a picture costs that was not drawn before.
 */
export async function measureData(): Promise<readonly Measurement[]> {
  const publications = counts.map(generatePublication)
  const [small] = publications
  return [
    ...publications.flatMap(measureIndexes),
    ...(small === undefined ? [] : [measureFiles(small), await measurePictures(small)]),
  ]
}

function measureIndexes({ archive, config, revisions }: Publication): readonly Measurement[] {
  const context = { channel: 'site', archive, config, revisions } as const
  const papers = `${archive.papers.size} papers`
  return [
    { name: `similar papers, ${papers}`, value: time(() => toSimilarPapers(archive)), unit: 's' },
    { name: `references, ${papers}`, value: time(() => toReferences(context)), unit: 's' },
    { name: `trends, ${papers}`, value: time(() => toTrends(context)), unit: 's' },
  ]
}

function measureFiles(publication: Publication): Measurement {
  const source = toDataSource(publication)
  let files = 0
  const seconds = time(() => {
    for (const _ of buildData(source)) files += 1
  })
  return { name: 'files of 500 digests, in memory', value: files / seconds, unit: 'a second' }
}

async function measurePictures(publication: Publication): Promise<Measurement> {
  const config = { ...publication.config, pictures: { digests: 10 } }
  const source = toDataSource({ ...publication, config })
  const fonts = readFonts()
  const cache = { find: () => undefined, keep: () => undefined }
  let pictures = 0
  const start = performance.now()
  for await (const _ of buildPictures(source, cache, (element) => drawCard(element, fonts))) pictures += 1
  return { name: 'a picture', value: (performance.now() - start) / pictures, unit: 'ms', goal: '31' }
}

/** Seconds. */
function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}
