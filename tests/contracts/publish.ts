import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { readPublication } from '@broadsheet/view'

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..')

/** A folder of digests, built by the command that operators use into folders of its own. */
export type Published = {
  readonly content: string
  readonly out: string
  readonly mails: string
  readonly publication: Awaited<ReturnType<typeof readPublication>>
}

/** Builds `content` (below the repository) in a time zone. Findings are not failures: they exit with 1. */
export async function publish(content: string, zone = 'UTC'): Promise<Published> {
  return publishInto(await mkdtemp(join(tmpdir(), 'broadsheet-')), content, zone)
}

/** The same into a folder that may hold what was built before. */
export async function publishInto(folder: string, content: string, zone = 'UTC'): Promise<Published> {
  const env = {
    ...process.env,
    TZ: zone,
    BROADSHEET_CONTENT: resolve(root, content),
    BROADSHEET_OUT: join(folder, 'dist'),
    BROADSHEET_DATA: join(folder, 'data'),
  }
  await promisify(execFile)(process.execPath, ['apps/press/src/main.ts', 'build'], { cwd: root, env })
  const publication = await readPublication(env, root)
  return { content: env.BROADSHEET_CONTENT, out: env.BROADSHEET_OUT, mails: publication.mails, publication }
}
