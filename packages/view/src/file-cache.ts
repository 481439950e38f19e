import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files that take long to make, kept in a folder of the project's caches. */
export type FileCache = {
  readonly folder: string
  readonly find: (name: string) => Buffer | undefined
  readonly keep: (name: string, bytes: Uint8Array) => void
}

/**
 * Opens the cache of one kind, apart for each of `makers` and each lockfile that the project had. A file that a killed
 * build left half written is never found.
 */
export function openFileCache(
  root: string,
  kind: string,
  makers: readonly (string | Uint8Array)[],
): FileCache {
  const key = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const maker of makers) key.update(maker)
  const folder = join(root, 'node_modules/.cache/broadsheet', kind, key.digest('hex').slice(0, 12))
  mkdirSync(folder, { recursive: true })
  return {
    folder,
    find(name) {
      const file = join(folder, name)
      return existsSync(file) ? readFileSync(file) : undefined
    },
    keep(name, bytes) {
      const draft = join(folder, `${name}.${process.pid}`)
      writeFileSync(draft, bytes)
      renameSync(draft, join(folder, name))
    },
  }
}
