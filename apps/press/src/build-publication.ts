import { join } from 'node:path'
import type { Folders } from '@broadsheet/view'
import { interrupted, runChild } from './child.ts'
import { emptyOutput, signOutput } from './output-folder.ts'

/** The root's folders, and whether the progress of the apps is shown. */
export type BuildPlaces = Pick<Folders, 'root' | 'content' | 'out'> & { readonly isTerminal: boolean }

/**
 * Checks the content, empties the output folder and builds every app, each from what the check accepted.
 * `code` is the exit status: 1 when the content has errors, which stops everything when `strict`.
 */
export async function buildPublication(
  places: BuildPlaces,
  strict: boolean,
  signal: AbortSignal,
): Promise<{ readonly code: number; readonly built: boolean }> {
  const { root, content, out } = places
  const code = await checkContent(root, signal)
  if (code > 1 || (code === 1 && strict)) return { code, built: false }
  await emptyOutput({ root, content, out, ours: join(root, 'dist') })
  const failure = await runTurbo(places, ['run', 'build', '--continue'], signal)
  if (failure !== 0) return { code: failure === interrupted ? failure : 2, built: false }
  await signOutput(out)
  return { code, built: true }
}

/** Prints every finding of the content once, as `npm run content` does, and gives its exit status. */
export function checkContent(root: string, signal: AbortSignal): Promise<number> {
  return runChild({ script: join(root, 'packages/core/src/main.ts'), cwd: root }, signal)
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
