import { setImmediate } from 'node:timers/promises'
import { type Artifact, ConfigError, openKeptOutput, readPublication } from '@broadsheet/view'
import { buildSearchIndex } from './search-index.ts'
import { type SearchRecord, toSearchRecords } from './search-record.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const publication = await readPublication()
  const records = await collect(toSearchRecords(publication))
  const options = { facts: () => '', makers: process.env.BROADSHEET_MAKERS }
  const output = openKeptOutput(publication, 'search', options)
  await output.make({
    name: 'index',
    inputs: records.map(({ url, html }) => `${url} ${html}`).join('\n'),
    build: () => buildFiles(records, publication.config.language),
  })
  output.close()
  return 0
}

/** All records, without the trees that they were made from: those are let go only when the program rests. */
async function collect(records: Iterable<SearchRecord>): Promise<readonly SearchRecord[]> {
  const all: SearchRecord[] = []
  for (const record of records) {
    all.push(record)
    if (all.length % 64 === 0) await setImmediate()
  }
  return all
}

async function* buildFiles(records: readonly SearchRecord[], language: string): AsyncGenerator<Artifact> {
  for (const { path, content } of await buildSearchIndex(records, language))
    yield { path: `pagefind/${path}`, content }
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
