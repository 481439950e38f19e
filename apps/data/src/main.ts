import { join } from 'node:path'
import { ConfigError, readPublication } from '@broadsheet/view'
import { buildData } from './build-data.ts'
import { toDataSource } from './data-source.ts'
import { openPictureCache, readFonts, writeArtifacts } from './files.ts'
import { buildPictures } from './pictures/build-pictures.ts'
import { drawCard } from './pictures/draw-card.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const publication = await readPublication()
  const source = toDataSource(publication)
  await writeArtifacts(publication.out, buildData(source))
  const cache = openPictureCache(join(publication.root, 'node_modules/.cache/broadsheet/pictures'))
  const fonts = readFonts()
  await writeArtifacts(
    publication.out,
    buildPictures(source, cache, (element) => drawCard(element, fonts)),
  )
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
