import { rm, watch } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ConfigError, type Folders, readConfig } from '@broadsheet/view'
import { readInputs } from './build-inputs.ts'
import { checkContent } from './build-publication.ts'
import { interrupted, runChild } from './child.ts'
import { runTurbo } from './run-turbo.ts'

/** The project, its content, and the file of its configuration, which are watched. */
export type DevelopPlaces = Pick<Folders, 'root' | 'content'> & {
  readonly config: string
  readonly isTerminal: boolean
}

/**
 * Until it is stopped: the site with live reload at `port`, and beside it a preview of feeds and mails. Those, the
 * search index and the data, which the site finds in the same folder, are built again after each change of content or
 * configuration. `dist/` is left as it is. Gives the exit code of the part that ended first.
 */
export async function develop(places: DevelopPlaces, port: number, stop: AbortController): Promise<number> {
  const { root } = places
  const { signal } = stop
  const out = join(root, 'node_modules/.cache/broadsheet-dev')
  const env = { BROADSHEET_OUT: out, PORT: String(port + 1) }
  await rm(out, { recursive: true, force: true })
  await rebuild(places, env, signal)
  const site = ['run', 'dev', '--log-prefix=none', '--', '--port', String(port)]
  const running = [
    runTurbo({ root, isTerminal: true }, site, signal, env),
    runChild({ script: join(root, 'apps/preview/src/main.ts'), cwd: root, env }, signal),
    rebuildOnChange(places, env, signal),
  ]
  // None is of use without the others.
  const code = await Promise.race(running).finally(() => stop.abort())
  await Promise.all(running)
  return code
}

async function rebuild(
  { root, isTerminal }: DevelopPlaces,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  await checkContent({ root, isTerminal }, signal)
  const makers = await findMakers({ root, isTerminal }, env)
  const known = { ...env, ...(makers !== undefined && { BROADSHEET_MAKERS: makers }) }
  await runTurbo({ root, isTerminal }, ['run', 'build', '--filter=!@broadsheet/web'], signal, known)
}

/** Who makes the files now; with a broken configuration nobody, and the programs say what is wrong with it. */
async function findMakers(
  session: Pick<DevelopPlaces, 'root' | 'isTerminal'>,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  try {
    const places = await readConfig({ ...process.env, ...env })
    return readInputs({ ...places, ...session }, process.env, {})?.makers
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}

async function rebuildOnChange(
  places: DevelopPlaces,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  let changed = false
  const note = (): void => {
    changed = true
  }
  const { content, config } = places
  await Promise.all([
    watchFolder(content, { recursive: true, signal }, note),
    watchFolder(dirname(config), { signal }, (name) => name === basename(config) && note()),
    repeat(signal, async () => {
      if (!changed) return
      changed = false
      await rebuild(places, env, signal)
    }),
  ])
  return interrupted
}

async function watchFolder(
  folder: string,
  options: { readonly recursive?: boolean; readonly signal: AbortSignal },
  note: (name: string | null) => void,
): Promise<void> {
  try {
    for await (const { filename } of watch(folder, options)) note(filename)
  } catch (error) {
    if (!options.signal.aborted) throw error
  }
}

// An editor saves in several steps; what comes within one pause is one change.
async function repeat(signal: AbortSignal, step: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await setTimeout(200, undefined, { signal }).catch(() => undefined)
    await step()
  }
}
