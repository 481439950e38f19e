import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Artifact } from './artifact.ts'

/** Writes artifacts below a folder; other files in it stay as they are. */
export function writeArtifacts(folder: string, artifacts: Iterable<Artifact>): void {
  const known = new Set<string>()
  for (const { path, content } of artifacts) {
    const file = join(folder, path)
    if (!known.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    known.add(dirname(file))
    writeFileSync(file, content)
  }
}
