import { ConfigError, readPublication } from '@broadsheet/view'
import { buildData } from './build-data.ts'
import { toDataSource } from './data-source.ts'
import { writeArtifacts } from './files.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const publication = await readPublication()
  writeArtifacts(publication.out, buildData(toDataSource(publication)))
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
