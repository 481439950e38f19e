import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Bytes: most heap one digest took, heap in use at the end, and the process at its largest. */
export type Peak = { readonly perFile: number; readonly left: number; readonly peak: number }

/** Parses so many generated digests one after another in a process of its own, keeping none. */
export async function measurePeak(count: number): Promise<Peak> {
  const script = fileURLToPath(new URL('parse-many.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(count)])
  const [perFile = Number.NaN, left = Number.NaN, peak = Number.NaN] = stdout.split(' ').map(Number)
  return { perFile, left, peak }
}
