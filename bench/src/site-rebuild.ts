import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'
import { type Run, runMeasured } from './run-measured.ts'
import { generateSiteDigests, type SiteCorpus } from './site-corpus.ts'

/** Everything built by `npm run build`, then again with nothing changed, then with one digest more. */
export async function measureRebuild(
  corpus: SiteCorpus,
  count: number,
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly Measurement[]> {
  const build = () =>
    runMeasured({ program: process.execPath, args: ['apps/press/src/main.ts', 'build'], cwd: root, env })
  const whole = await build()
  const unchanged = await build()
  const added = [...generateSiteDigests(count + 1)].at(-1)
  if (added !== undefined) writeFileSync(join(corpus.ours, 'digests', added.file), added.bytes)
  return [
    ...toRows(`${count} digests, everything`, whole),
    ...toRows(`${count} digests, nothing changed`, unchanged, '1 or less'),
    ...toRows(`${count} digests, one added`, await build(), '3 or less'),
  ]
}

function toRows(name: string, { wall, cpu, peak }: Run, goal?: string): readonly Measurement[] {
  return [
    { name, value: wall, unit: 's', ...(goal !== undefined && { goal }) },
    { name: '  processors', value: cpu, unit: 's' },
    { name: '  memory', value: peak / 1e6, unit: 'MB' },
  ]
}
