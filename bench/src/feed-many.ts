import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFeeds, type OutputFolder, openOutputFolder } from '@broadsheet/feed'
import type { Publication } from '@broadsheet/view'
import { joinFeeds } from './feed-floor.ts'
import { generatePublication } from './generate-publication.ts'

// Run by feed.ts with the way of building and the number of digests as its arguments.
const ways: Readonly<Record<string, (publication: Publication, folder: OutputFolder) => number>> = {
  ours: (publication, folder) => {
    let size = 0
    for (const artifact of buildFeeds(publication, folder.read)) {
      folder.write(artifact)
      size += artifact.bytes.length
    }
    return size
  },
  floor: joinFeeds,
}

const [, , way = '', count] = process.argv
const publication = generatePublication(Number(count))
globalThis.gc?.()
const before = process.memoryUsage().rss
let peak = before
const out = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
const folder = openOutputFolder(out)
const start = performance.now()
const size =
  ways[way]?.(publication, { ...folder, write: (artifact) => watch(() => folder.write(artifact)) }) ?? 0
const time = performance.now() - start
folder.close()
rmSync(out, { recursive: true })
process.stdout.write(JSON.stringify({ size, time, before, peak }))

function watch(write: () => void): void {
  write()
  peak = Math.max(peak, process.memoryUsage.rss())
}
