import { rm, watch } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Folders } from '@broadsheet/view'
import { hasContentErrors, runTurbo } from './build-publication.ts'
import { runChild } from './child.ts'

/** The project, its content, and the file of its configuration, which are watched. */
export type DevelopPlaces = Pick<Folders, 'root' | 'content'> & {
  readonly config: string
  readonly isTerminal: boolean
}

const site = '@broadsheet/web'

/**
 * Until it is aborted: the site with live reload at `port`, and beside it a preview of feeds and mails,
 * which are built again after each change of content or configuration. `dist/` is left as it is.
 */
export async function develop(places: DevelopPlaces, port: number, stop: AbortController): Promise<void> {
  const { root } = places
  const { signal } = stop
  const out = join(root, 'node_modules/.cache/broadsheet-dev')
  const env = { BROADSHEET_OUT: out, PORT: String(port + 1) }
  await rm(out, { recursive: true, force: true })
  await rebuild(places, env, signal)
  const running = [
    runTurbo(
      { root, isTerminal: true },
      ['run', 'dev', '--log-prefix=none', '--', '--port', String(port)],
      signal,
    ),
    runChild({ script: join(root, 'apps/preview/src/main.ts'), cwd: root, env }, signal),
    rebuildOnChange(places, env, signal),
  ]
  // None is of use without the others.
  await Promise.all(running.map((each) => each.finally(() => stop.abort())))
}

async function rebuild(
  { root, isTerminal }: DevelopPlaces,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  await hasContentErrors(root, signal)
  await runTurbo({ root, isTerminal }, ['run', 'build', `--filter=!${site}`], signal, env)
}

async function rebuildOnChange(
  places: DevelopPlaces,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
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
