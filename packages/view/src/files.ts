import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findContentFolder, findDataFolder, findDigestCache, findRoot, readArchive } from '@broadsheet/core'
import { type Config, ConfigError, parseConfig } from './config.ts'
import type { Folders, Publication } from './publication.ts'
import { parseRevisions, revisionsFile, toRevisionInstants } from './revisions.ts'

/** The environment variables that name folders and files; the others belong to the apps. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the publication that the environment names: its configuration, its digests and what is known of
 * their revisions. Authors' mistakes are in `diagnostics`; a bad configuration throws `ConfigError`.
 */
export async function readPublication(
  env: Environment = process.env,
  cwd: string = process.cwd(),
): Promise<Publication> {
  const { config, file: _, ...folders } = await readConfig(env, cwd)
  const cache = findDigestCache(env, folders.root)
  const options = { aliases: config.topics.aliases, ...(cache && { cache }) }
  const { archive, diagnostics } = readArchive(folders.content, options)
  const revisions = await readRevisions(config, join(folders.content, revisionsFile))
  return { ...folders, config, archive, diagnostics, revisions }
}

/**
 * Reads the configuration alone, and the folders that the environment names or that are the defaults. `file` is
 * where the configuration was read from.
 */
export async function readConfig(
  env: Environment = process.env,
  cwd: string = process.cwd(),
): Promise<Folders & { readonly config: Config; readonly file: string }> {
  const root = findRoot(resolve(cwd))
  if (root === undefined) throw new ConfigError(`${cwd} is in no folder of this project.`)
  const named = env.BROADSHEET_CONFIG || undefined
  const file = resolve(root, named ?? 'broadsheet.config.ts')
  const name = relative(cwd, file) || file
  if (!existsSync(file)) {
    throw new ConfigError(
      named === undefined
        ? `${name} is missing. Its settings are described in docs/settings.md.`
        : `BROADSHEET_CONFIG names ${name}, which does not exist.`,
    )
  }
  return { ...toFolders(env, root), file, config: parseConfig(await loadConfig(file, name), name) }
}

function toFolders(env: Environment, root: string): Folders {
  const out = resolve(root, env.BROADSHEET_OUT || 'dist')
  // Publications with other output never see each other's mails.
  const own = createHash('sha256').update(out).digest('hex').slice(0, 12)
  return {
    root,
    content: findContentFolder(env, root),
    out,
    mails: join(findDataFolder(env, root), own, 'mails'),
  }
}

const loaders: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  '.json': async (file) => JSON.parse(await readFile(file, 'utf8')),
  '.ts': importDefault,
  '.mts': importDefault,
  '.js': importDefault,
  '.mjs': importDefault,
}

async function loadConfig(file: string, name: string): Promise<unknown> {
  const load = loaders[extname(file)]
  if (load === undefined) throw new ConfigError(`${name} must end in .ts, .js, .mjs or .json.`)
  try {
    return await load(file)
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`${name} cannot be read: ${reason}`, { cause })
  }
}

async function importDefault(file: string): Promise<unknown> {
  const { mtimeMs, size } = await stat(file)
  // Node keeps a module for ever under its address, so a changed file gets another one.
  const address = `${pathToFileURL(file).href}?changed=${mtimeMs}-${size}`
  const module: { readonly default?: unknown } = await import(/* @vite-ignore */ address)
  if (module.default === undefined) {
    throw new ConfigError(`${file} exports no configuration; it must say \`export default { … }\`.`)
  }
  return module.default
}

async function readRevisions(config: Config, file: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(file)) return new Map()
  return toRevisionInstants(config, parseRevisions(await readFile(file, 'utf8'), file))
}
