import { join } from 'node:path'
import { type InputPlaces, readInputs } from './build-inputs.ts'
import { interrupted, runChild } from './child.ts'
import { toCompileCache } from './compile-cache.ts'
import { forgetBuild, isUntouched, noteBuild, readLastBuild } from './last-build.ts'
import { emptyOutput, signOutput } from './output-folder.ts'

/** How a build ended: its exit status, whether the output is whole, and whether it was so before. */
export type BuildEnd = { readonly code: number; readonly built: boolean; readonly unchanged?: true }

/**
 * Checks the content, empties the output folder and builds every app, each from what the check accepted.
 * `code` is the exit status: 1 when the content has errors, which stops everything when `strict`. A build that
 * could only write what the last one wrote and nobody touched is left out; what its check said is said again.
 */
export async function buildPublication(
  places: InputPlaces,
  strict: boolean,
  signal: AbortSignal,
): Promise<BuildEnd> {
  const last = readLastBuild(places)
  const inputs = readInputs(places, process.env, last?.inputs.files ?? {})
  const hasSameMakers = inputs !== undefined && inputs.makers === last?.inputs.makers
  if (hasSameMakers && inputs.content === last.inputs.content && isUntouched(places, last)) {
    process.stdout.write(last.report)
    return last.code === 1 && strict
      ? { code: 1, built: false }
      : { code: last.code, built: true, unchanged: true }
  }
  const { code, report } = await checkContent(places, signal)
  if (code > 1 || (code === 1 && strict)) return { code, built: false }
  const failure = await buildApps(places, signal)
  if (failure !== 0) return { code: failure === interrupted ? failure : 2, built: false }
  if (inputs !== undefined) noteBuild(places, { inputs, code, report })
  return { code, built: true }
}

async function buildApps(places: InputPlaces, signal: AbortSignal): Promise<number> {
  const { root, content, out } = places
  forgetBuild(places)
  await emptyOutput({ root, content, out, ours: join(root, 'dist') })
  const env = { NODE_COMPILE_CACHE: toCompileCache(root) }
  const failure = await runTurbo(places, ['run', 'build', '--continue'], signal, env)
  if (failure === 0) await signOutput(out)
  return failure
}

/** Prints every finding of the content once, as `npm run content` does; gives its exit status and what it said. */
export async function checkContent(
  { root, isTerminal }: Pick<InputPlaces, 'root' | 'isTerminal'>,
  signal: AbortSignal,
): Promise<{ readonly code: number; readonly report: string }> {
  const script = join(root, 'packages/core/src/main.ts')
  let report = ''
  const hear = (text: string) => {
    report += text
    process.stdout.write(text)
  }
  const env = { NODE_COMPILE_CACHE: toCompileCache(root), ...(isTerminal && { FORCE_COLOR: '1' }) }
  return { code: await runChild({ script, cwd: root, env, hear }, signal), report }
}

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
