import { join } from 'node:path'
import { listKeptFiles } from '@broadsheet/view'
import { type InputPlaces, readInputs } from './build-inputs.ts'
import { interrupted, runChild } from './child.ts'
import { toCompileCache } from './compile-cache.ts'
import { forgetBuild, isUntouched, noteBuild, readLastBuild } from './last-build.ts'
import { emptyOutput, signOutput, thinOutput } from './output-folder.ts'
import { runTurbo } from './run-turbo.ts'

/** How a build ended: its exit status, whether the output is whole, and whether it was so before. */
export type BuildEnd = { readonly code: number; readonly built: boolean; readonly unchanged?: true }

/**
 * Checks the content and builds every app from what the check accepted: into an empty folder, or into what the same
 * makers wrote last time and nobody touched, of which each app keeps what has not changed.
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
  const isOurs = last !== undefined && inputs?.makers === last.inputs.makers
  if (isOurs && inputs.content === last.inputs.content && isUntouched(last)) {
    process.stdout.write(last.report)
    return last.code === 1 && strict
      ? { code: 1, built: false }
      : { code: last.code, built: true, unchanged: true }
  }
  const checking = checkContent(places, signal)
  const before = { makers: inputs?.makers, isKnown: isOurs && isUntouched(last) }
  // Where little can be new the apps need not wait for it: they read the digests as the check does.
  if (strict || !before.isKnown) {
    const { code } = await checking
    if (!mayBuild(code, strict)) return { code, built: false }
  }
  const [{ code, report }, { failure, written }] = await Promise.all([
    checking,
    buildApps(places, before, signal),
  ])
  if (failure !== 0) return { code: failure === interrupted ? failure : 2, built: false }
  if (!mayBuild(code, strict)) return { code, built: false }
  if (inputs !== undefined) await noteBuild(places, { inputs, code, report }, written)
  return { code, built: true }
}

/** Errors in the content are no reason to build nothing, unless somebody wants that; a check that failed is. */
function mayBuild(code: number, strict: boolean): boolean {
  return code === 0 || (code === 1 && !strict)
}

/** Who makes the files, and whether the folder is just as they left it. */
type Before = { readonly makers: string | undefined; readonly isKnown: boolean }

/** Gives turbo's exit status, and everything that is in the output folder if that is 0. */
async function buildApps(
  places: InputPlaces,
  { makers, isKnown }: Before,
  signal: AbortSignal,
): Promise<{ readonly failure: number; readonly written: readonly string[] }> {
  const { root, content, out } = places
  forgetBuild(places)
  if (isKnown && makers !== undefined) await thinOutput(out, listKeptFiles(places, makers))
  else await emptyOutput({ root, content, out, ours: join(root, 'dist') })
  const env = { NODE_COMPILE_CACHE: toCompileCache(root), ...(makers && { BROADSHEET_MAKERS: makers }) }
  const failure = await runTurbo(places, ['run', 'build', '--continue'], signal, env)
  return { failure, written: failure === 0 ? await signOutput(out) : [] }
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
