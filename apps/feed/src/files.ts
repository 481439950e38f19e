import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseRevisions, type Revisions, revisionsFile } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import { formatRevisions } from './revise.ts'
import type { Place } from './shelf.ts'

// Below the 1024 that systems allow a process by default.
const mostOpenFiles = 768

/** Keeps artifacts below a folder, and gives bytes of them back. */
export type OutputFolder = {
  readonly write: (artifact: Artifact) => void
  readonly read: (place: Pick<Place, 'path' | 'offset' | 'length'>) => Uint8Array
  readonly close: () => void
}

/** Opens an output folder; other files in it stay as they are. `close` lets go of what was read. */
export function openOutputFolder(folder: string): OutputFolder {
  const folders = new Set<string>()
  const open = new Map<string, number>()
  const close = () => {
    for (const descriptor of open.values()) closeSync(descriptor)
    open.clear()
  }
  return {
    write({ path, bytes }) {
      const file = join(folder, path)
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
      folders.add(dirname(file))
      writeFileSync(file, bytes)
    },
    read({ path, offset, length }) {
      if (open.size >= mostOpenFiles) close()
      const descriptor = open.get(path) ?? openSync(join(folder, path), 'r')
      open.set(path, descriptor)
      const bytes = new Uint8Array(length)
      readSync(descriptor, bytes, 0, length, offset)
      return bytes
    },
    close,
  }
}

/** What is recorded beside the digests of a content folder; nothing, as long as there is no file. */
export function readRevisions(content: string): Revisions {
  const file = join(content, revisionsFile)
  return existsSync(file) ? parseRevisions(readFileSync(file, 'utf8'), file) : { items: {} }
}

/** Records revisions beside the digests. */
export function writeRevisions(content: string, revisions: Revisions): void {
  writeFileSync(join(content, revisionsFile), formatRevisions(revisions))
}
