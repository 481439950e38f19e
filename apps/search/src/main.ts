import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigError, readPublication } from '@broadsheet/view'
import { buildSearchIndex } from './search-index.ts'
import { toSearchRecords } from './search-record.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const publication = await readPublication()
  for (const { path, content } of await buildSearchIndex(
    toSearchRecords(publication),
    publication.config.language,
  )) {
    const file = join(publication.out, 'pagefind', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
