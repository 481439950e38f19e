import { join } from 'node:path'
import type { Folders } from '@broadsheet/view'
import { runChild } from './child.ts'
import { emptyOutput, signOutput } from './output-folder.ts'

/** The root's folders, and whether the progress of the apps is shown. */
export type BuildPlaces = Pick<Folders, 'root' | 'content' | 'out'> & { readonly isTerminal: boolean }

/**
 * Checks the content, empties the output folder and builds every app, each from what the check accepted.
 * `errors` are those of the content; when `strict`, they stop everything before the folder is touched.
 */
export async function buildPublication(
  places: BuildPlaces,
  strict: boolean,
  signal: AbortSignal,
): Promise<{ readonly errors: boolean; readonly built: boolean }> {
  const { root, content, out } = places
  const errors = await hasContentErrors(root, signal)
  if (signal.aborted || (errors && strict)) return { errors, built: false }
  await emptyOutput({ root, content, out, ours: join(root, 'dist') })
  const code = await runTurbo(places, ['run', 'build', '--continue'], signal)
  if (signal.aborted || code !== 0) return { errors, built: false }
  await signOutput(out)
  return { errors, built: true }
}

/** Prints every finding of the content once, as `npm run content` does; true when one is an error. */
export async function hasContentErrors(root: string, signal: AbortSignal): Promise<boolean> {
  const script = join(root, 'packages/core/src/main.ts')
  const code = await runChild({ script, cwd: root }, signal)
  if (code > 1) throw new Error('The content could not be checked.')
  return code === 1
}

/** Runs turbo, which reports nothing to its makers. Without a terminal it is quiet unless it fails. */
export function runTurbo(
  { root, isTerminal }: Pick<BuildPlaces, 'root' | 'isTerminal'>,
  args: readonly string[],
  signal: AbortSignal,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const script = join(root, 'node_modules/turbo/bin/turbo')
  const silence = { TURBO_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
  return runChild({ script, args, cwd: root, env: { ...silence, ...env }, quiet: !isTerminal }, signal)
}
