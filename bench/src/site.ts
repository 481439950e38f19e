import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Measurement, toMedian } from './measurement.ts'
import { type Run, runMeasured } from './run-measured.ts'
import { type SiteCorpus, writeSiteCorpus } from './site-corpus.ts'
import { measureRebuild } from './site-rebuild.ts'

const counts = [
  { count: 20, rounds: 3 },
  { count: 200, rounds: 3 },
  { count: 1000, rounds: 3 },
  { count: 5000, rounds: 1 },
]
const large = 1000

const root = fileURLToPath(new URL('../..', import.meta.url))
const web = join(root, 'apps/web')

/** What else is built, each part by itself from the digests to the disk. */
const parts = [
  { name: 'whole site, with lists', app: 'web' },
  { name: 'search index', app: 'search' },
  { name: 'feeds of all lists', app: 'feed' },
  { name: 'references, data, pictures', app: 'data' },
]

/**
 * How fast the site's first page, digests and papers are built from the digests to the disk, in alternating
 * rounds beside Hugo with minimal templates, where it is installed; then the other parts, and the whole again
 * with one digest more and with nothing changed.
 */
export async function measureSite(): Promise<readonly Measurement[]> {
  const hasHugo = await isInstalled('hugo')
  const measurements: Measurement[] = []
  if (!hasHugo)
    process.stderr.write('site: Hugo is not installed (apt-get install hugo), so we stand alone\n')
  // Every build writes into a folder of its own and all go at the end: where as many files were just removed, ext4
  // without a journal takes seconds more to make new ones, which would be nobody's.
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-site-'))
  try {
    for (const { count, rounds } of counts)
      measurements.push(...(await measureCount(join(folder, `${count}`), count, rounds, hasHugo)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return measurements
}

async function measureCount(
  folder: string,
  count: number,
  rounds: number,
  hasHugo: boolean,
): Promise<readonly Measurement[]> {
  const corpus = writeSiteCorpus(folder, count)
  const ours: Run[] = []
  const hugo: Run[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await buildSamePages(corpus, join(folder, `ours-${round}`)))
    if (hasHugo) hugo.push(await buildHugo(corpus, join(folder, `theirs-${round}`)))
  }
  const middle = { ours: toMiddle(ours), hugo: hasHugo ? toMiddle(hugo) : undefined }
  const same = compare(count, corpus.pages, middle)
  if (count !== large) return same
  const floors = await measureFloors(corpus, folder, rounds, middle)
  const apart = await measureParts(corpus, folder, count)
  const env = toEnvironment(corpus, join(folder, 'all'))
  return [...same, ...floors, ...apart, ...(await measureRebuild(corpus, count, root, env))]
}

/** The middle runs of each; Hugo's where it is installed. */
type Middle = { readonly ours: Run; readonly hugo: Run | undefined }

function compare(count: number, pages: number, { ours, hugo }: Middle): readonly Measurement[] {
  const of = `${count} digests, ${pages} pages`
  const limit = count === large ? { goal: '1,500 or less' } : {}
  const own = [
    { name: `${of}: pages a second`, value: pages / ours.wall, unit: '/s' },
    { name: '  processors', value: (ours.cpu / pages) * 1000, unit: 'ms a page' },
    { name: '  memory', value: ours.peak / 1e6, unit: 'MB', ...limit },
  ]
  if (hugo === undefined) return own
  return [
    ...own,
    { name: '  Hugo: pages a second', value: pages / hugo.wall, unit: '/s' },
    { name: '  Hugo: processors', value: (hugo.cpu / pages) * 1000, unit: 'ms a page' },
    { name: '  Hugo: memory', value: hugo.peak / 1e6, unit: 'MB' },
    { name: '  time beside Hugo', value: ours.wall / hugo.wall, unit: '×', goal: '1 or less at 1,000' },
    { name: '  processors beside Hugo', value: ours.cpu / hugo.cpu, unit: '×' },
  ]
}

/**
 * What the time beside Hugo holds: the same without compiling the pages, which only the first build does, and Astro
 * alone with as many pages of one constant text and no digest.
 */
async function measureFloors(
  corpus: SiteCorpus,
  folder: string,
  rounds: number,
  { ours, hugo }: Middle,
): Promise<readonly Measurement[]> {
  const compiled: Run[] = []
  const alone: Run[] = []
  const out = join(folder, 'compiled')
  await buildSamePages(corpus, out, { BROADSHEET_MAKERS: 'bench' })
  for (let round = 0; round < rounds; round += 1) {
    forgetPages(out, round)
    compiled.push(await buildSamePages(corpus, out, { BROADSHEET_MAKERS: 'bench' }))
    alone.push(await buildConstantPages(corpus, join(folder, `alone-${round}`)))
  }
  const toRows = (name: string, { wall, cpu }: Run): readonly Measurement[] => [
    { name, value: wall / (hugo ?? ours).wall, unit: '×' },
    { name: '  processors', value: cpu / (hugo ?? ours).cpu, unit: '×' },
  ]
  const beside = hugo === undefined ? 'beside the whole' : 'beside Hugo'
  return [
    ...toRows(`${large} digests, pages compiled before: time ${beside}`, toMiddle(compiled)),
    ...toRows(`${large} digests, Astro with a constant text: time ${beside}`, toMiddle(alone)),
  ]
}

/** Leaves of a build what its pages were compiled to, and nothing of the digests. */
function forgetPages(out: string, round: number): void {
  renameSync(out, `${out}-${round}`)
  for (const name of readdirSync(`${out}-data`))
    for (const kept of name === 'digests' ? [name] : [`${name}/kept`])
      renameSync(join(`${out}-data`, kept), `${out}-${round}-${basename(kept)}`)
}

async function measureParts(
  corpus: SiteCorpus,
  folder: string,
  count: number,
): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for (const { name, app } of parts) {
    const { wall, cpu, peak } = await runMeasured({
      program: 'npm',
      args: ['run', '--silent', 'build'],
      cwd: join(root, 'apps', app),
      env: toEnvironment(corpus, join(folder, 'parts')),
    })
    measurements.push(
      { name: `${count} digests, ${name}`, value: wall, unit: 's' },
      { name: '  processors', value: cpu, unit: 's' },
      { name: '  memory', value: peak / 1e6, unit: 'MB' },
    )
  }
  return measurements
}

/** From nothing, as Hugo begins: `out` is new, so nothing is kept of the digests either. */
function buildSamePages(
  corpus: SiteCorpus,
  out: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return buildPages('./only-pages.ts', { ...toEnvironment(corpus, out), ...env })
}

function buildConstantPages(corpus: SiteCorpus, out: string): Promise<Run> {
  const content = join(out, '../nothing')
  mkdirSync(content, { recursive: true })
  const env = toEnvironment({ ...corpus, ours: content }, out)
  return buildPages('./constant-pages.ts', { ...env, BENCH_PAGES: String(corpus.pages) })
}

function buildPages(pages: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const script = fileURLToPath(new URL('site-pages.ts', import.meta.url))
  // Five thousand digests need more than Node allows by itself.
  const args = ['--max-old-space-size=16000', script, pages]
  return runMeasured({ program: process.execPath, args, cwd: web, env })
}

function buildHugo(corpus: SiteCorpus, out: string): Promise<Run> {
  const source = fileURLToPath(new URL('../hugo', import.meta.url))
  const args = ['--quiet', '--noBuildLock', '--source', source, '--contentDir', corpus.hugo]
  return runMeasured({ program: 'hugo', args: [...args, '--destination', out], cwd: source })
}

function toEnvironment(corpus: SiteCorpus, out: string): Readonly<Record<string, string>> {
  return {
    ASTRO_TELEMETRY_DISABLED: '1',
    BROADSHEET_CONTENT: corpus.ours,
    BROADSHEET_OUT: out,
    BROADSHEET_DATA: `${out}-data`,
  }
}

function toMiddle(runs: readonly Run[]): Run {
  const middle = (field: keyof Run) => toMedian(runs.map((run) => run[field]))
  return { wall: middle('wall'), cpu: middle('cpu'), peak: middle('peak') }
}

async function isInstalled(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ['version'])
    return true
  } catch {
    return false
  }
}
