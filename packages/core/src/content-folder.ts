import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The absolute path of the content folder: what `BROADSHEET_CONTENT` names, else `content`. Relative paths
 * count from the root of the project; outside of one, from `cwd`.
 */
export function findContentFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  return resolve(findRoot(cwd) ?? cwd, env.BROADSHEET_CONTENT || 'content')
}

/**
 * The root of the project that `folder` is in: the nearest folder at or above it that holds both `turbo.json`
 * and the lockfile, since every workspace has a `turbo.json` as well.
 */
export function findRoot(folder: string): string | undefined {
  if (['turbo.json', 'package-lock.json'].every((name) => existsSync(join(folder, name)))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : findRoot(above)
}
