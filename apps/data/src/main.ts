import { ConfigError, openKeptOutput, readPublication } from '@broadsheet/view'
import { toFindLine } from './api.ts'
import { listDataGroups } from './build-data.ts'
import { toDataSource, toSourceFacts } from './data-source.ts'
import { openPictureCache, readFonts, readPaperLines } from './files.ts'
import { buildPictures } from './pictures/build-pictures.ts'
import type { CardElement } from './pictures/card-element.ts'
import { drawCard } from './pictures/draw-card.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const publication = await readPublication()
  const source = toDataSource(publication)
  const output = openKeptOutput<true>(publication, 'data', {
    facts: toSourceFacts(source),
    makers: process.env.BROADSHEET_MAKERS,
  })
  const cache = openPictureCache(publication.root)
  const fonts = readFonts()
  const draw = (element: CardElement) => drawCard(element, fonts)
  // First, while memory is small: drawing takes much of it.
  await output.make({ name: 'pictures', build: () => buildPictures(source, cache, draw) })
  const findLine = toFindLine(readPaperLines(publication.out))
  for (const group of listDataGroups(source, findLine)) await output.make(group)
  output.close()
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
