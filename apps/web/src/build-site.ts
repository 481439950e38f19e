import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDigestCache, parseAhead } from '@broadsheet/core'
import { type Artifact, openKeptOutput, readConfig } from '@broadsheet/view'
import { type Compiler, openCompiledSite } from './build/compiled-site.ts'
import { printPages } from './build/print-pages.ts'

/** Who compiles the pages, and in how many threads they are printed when all are made. */
export type SiteOptions = Compiler & { readonly threads: number }

/**
 * Builds the website of the publication that the environment names into its output folder. What the same makers
 * compiled and printed before is kept where it would be the same again; without makers all is made.
 */
export async function buildSite({ threads, ...compiler }: SiteOptions): Promise<void> {
  const { makers } = compiler
  const folders = await readConfig()
  const cache = findDigestCache(process.env, folders.root)
  const [{ program, files }] = await Promise.all([
    openCompiledSite(folders, compiler),
    cache && parseAhead(folders.content, cache),
  ])
  const output = openKeptOutput(folders, 'web', { facts: () => '', makers })
  // Each thread reads the publication, which is worth it only for much work.
  const printed = await printPages(program, makers, output.isKnown ? 1 : threads)
  await output.make({ name: 'files', build: () => readFiles(files) })
  for (const pages of printed) output.add(pages)
  output.close()
}

/** What pages ask for: styles, scripts, fonts and pictures. */
function* readFiles(folder: string): Generator<Artifact> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    yield { path: file.slice(folder.length + 1), content: readFileSync(file) }
  }
}
