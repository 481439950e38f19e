import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Artifact, ConfigError, openKeptOutput, readConfig } from '@broadsheet/view'
import { openCompiledSite } from './build/compiled-site.ts'
import { printPages } from './build/print-pages.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const folders = await readConfig()
  const makers = process.env.BROADSHEET_MAKERS
  const { program, files } = await openCompiledSite(folders, makers, async (site) => {
    const { compileSite } = await import('./build/compile-site.ts')
    await compileSite(site)
  })
  const output = openKeptOutput(folders, 'web', { facts: () => '', makers })
  const printed = await printPages(program, makers)
  await output.make({ name: 'files', build: () => readFiles(files) })
  for (const pages of printed) output.add(pages)
  output.close()
  return 0
}

/** What pages ask for: styles, scripts, fonts and pictures. */
function* readFiles(folder: string): Generator<Artifact> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    yield { path: file.slice(folder.length + 1), content: readFileSync(file) }
  }
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
