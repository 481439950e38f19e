import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The absolute path of the content folder: what `BROADSHEET_CONTENT` names, else `content`. Relative paths
 * count from the nearest folder at or above `cwd` that holds a `turbo.json`; without one, from `cwd`.
 */
export function findContentFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  return resolve(findRoot(cwd) ?? cwd, env.BROADSHEET_CONTENT || 'content')
}

function findRoot(folder: string): string | undefined {
  if (existsSync(join(folder, 'turbo.json'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : findRoot(above)
}
