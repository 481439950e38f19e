import { createHash, type Hash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, Folders } from '@broadsheet/view'

/** A publication's folders and configuration, and whether it is built for a terminal. */
export type InputPlaces = Pick<Folders, 'root' | 'content' | 'out' | 'mails'> & {
  readonly config: Config
  readonly isTerminal: boolean
}

/** The variables that reach an app, by the beginning of their names. */
const variables = ['BROADSHEET_', 'SMTP_URL', 'DATABASE_URL', 'NO_COLOR', 'NODE_', 'TZ', 'LANG', 'LC_']

/** The second lockfile is npm's own note of what is installed. */
const rootFiles = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'turbo.json',
  'tsconfig.base.json',
]
const rootFolders = ['apps', 'packages']

// Installed packages are in the lockfiles, and names with a dot are caches of tools.
const unread = /^(node_modules|\..*|.*\.test\.ts|.*\.tsbuildinfo)$/

/**
 * One hash over everything that a build's output follows from: the bytes of content and code, configuration,
 * lockfiles, Node and the environment. Undefined where that cannot be told, as with links to elsewhere.
 */
export function hashInputs(
  places: InputPlaces,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { root, content } = places
  const known = Object.entries(env).filter(([name]) => variables.some((start) => name.startsWith(start)))
  const code = rootFolders.flatMap((name) => listFolder(join(root, name), unread))
  const entries = [...code, ...listFolder(content)]
  if (!entries.every((entry) => entry.isFile())) return undefined
  const files = [
    ...rootFiles.map((name) => join(root, name)).filter((file) => existsSync(file)),
    ...entries.map(({ parentPath, name }) => join(parentPath, name)),
  ]
  const hash = createHash('sha256')
  add(hash, 'node', JSON.stringify([process.version, process.platform, process.arch]))
  add(hash, 'environment', JSON.stringify(known.toSorted()))
  add(hash, 'places', JSON.stringify(places))
  for (const file of files) add(hash, file, readFileSync(file))
  return hash.digest('hex')
}

/** Everything below a folder that is no folder itself, in order of names. */
function listFolder(folder: string, skipped?: RegExp): readonly Dirent[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped?.test(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFolder(join(folder, entry.name), skipped) : entry))
}

/** Lengths keep the end of one part from passing for the beginning of the next. */
function add(hash: Hash, name: string, bytes: string | Uint8Array): void {
  hash.update(`${name.length} ${name} ${bytes.length} `).update(bytes)
}
