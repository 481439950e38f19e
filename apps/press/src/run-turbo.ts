import { join } from 'node:path'
import type { InputPlaces } from './build-inputs.ts'
import { runChild } from './child.ts'

/** Runs turbo, which reports nothing to its makers. Without a terminal it is quiet unless it fails. */
export function runTurbo(
  { root, isTerminal }: Pick<InputPlaces, 'root' | 'isTerminal'>,
  args: readonly string[],
  signal: AbortSignal,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const script = join(root, 'node_modules/turbo/bin/turbo')
  const silence = { TURBO_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
  return runChild({ script, args, cwd: root, env: { ...silence, ...env }, quiet: !isTerminal }, signal)
}
