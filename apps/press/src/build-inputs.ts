import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, Folders } from '@broadsheet/view'
import { type FileHashes, hashFiles } from './file-hashes.ts'

/** A publication's folders and configuration, and whether it is built for a terminal. */
export type InputPlaces = Pick<Folders, 'root' | 'content' | 'out' | 'mails'> & {
  readonly config: Config
  readonly isTerminal: boolean
}

/**
 * Everything that a build's output follows from: one hash over the content, one over its makers, which are code,
 * configuration, lockfiles, Node and the environment. `files` are the files that need not be read again as long as
 * their stamps stay.
 */
export type BuildInputs = { readonly content: string; readonly makers: string; readonly files: FileHashes }

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
 * The inputs of a build; of the files in `known` only those are read whose stamps have changed. Undefined where
 * the inputs cannot be told, as with links to elsewhere.
 */
export function readInputs(
  places: InputPlaces,
  env: Readonly<Record<string, string | undefined>>,
  known: FileHashes,
): BuildInputs | undefined {
  const { root, content } = places
  const code = rootFolders.flatMap((name) => listFolder(join(root, name), unread))
  const digests = listFolder(content)
  if (![...code, ...digests].every((entry) => entry.isFile())) return undefined
  const ofRoot = rootFiles.map((name) => join(root, name)).filter((file) => existsSync(file))
  const inContent = hashFiles(digests.map(toPath), known)
  const inCode = hashFiles([...ofRoot, ...code.map(toPath)], known)
  const environment = Object.entries(env).filter(([name]) =>
    variables.some((start) => name.startsWith(start)),
  )
  const node = [process.version, process.platform, process.arch]
  return {
    content: hash(inContent.hashes),
    makers: hash(inCode.hashes, { node, environment: environment.toSorted(), places }),
    files: { ...inContent.settled, ...inCode.settled },
  }
}

/** Everything below a folder that is no folder itself, in order of names. */
function listFolder(folder: string, skipped?: RegExp): readonly Dirent[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped?.test(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFolder(join(folder, entry.name), skipped) : entry))
}

function toPath({ parentPath, name }: Dirent): string {
  return join(parentPath, name)
}

function hash(files: FileHashes, others: object = {}): string {
  const names = Object.entries(files).map(([file, { sha256 }]) => [file, sha256])
  return createHash('sha256')
    .update(JSON.stringify([names, others]))
    .digest('hex')
}
