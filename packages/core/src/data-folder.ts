import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { findContentFolder, findRoot } from './content-folder.ts'
import type { DigestCachePlaces } from './digest-cache.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The absolute path of the folder for what is neither published nor written by hand: `BROADSHEET_DATA`, else `.broadsheet`. */
export function findDataFolder(env: Environment, root: string): string {
  return resolve(root, env.BROADSHEET_DATA || '.broadsheet')
}

/** Where the parsed digests of the content folder are kept; undefined outside of a project. */
export function findDigestCache(env: Environment, cwd: string): DigestCachePlaces | undefined {
  const root = findRoot(resolve(cwd))
  if (root === undefined) return undefined
  // Publications of other content never remove each other's.
  const own = createHash('sha256').update(findContentFolder(env, root)).digest('hex').slice(0, 12)
  return { root, folder: join(findDataFolder(env, root), 'digests', own) }
}
