import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Artifact } from './artifact.ts'
import type { Place } from './shelf.ts'

// Below the 1024 that systems allow a process by default.
const mostOpenFiles = 256

/** Keeps artifacts below a folder, and gives bytes of them back. */
export type OutputFolder = {
  readonly write: (artifact: Artifact) => void
  readonly read: (place: Place) => Uint8Array
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
