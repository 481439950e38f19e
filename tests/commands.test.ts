import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from './source-files.ts'

let folder: string
const started = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'))
  const digests = join(root, 'content/digests')
  const [name = ''] = (await readdir(digests)).toSorted()
  await mkdir(join(folder, 'content'))
  await cp(join(digests, name), join(folder, 'content', name))
  await writeFile(join(folder, 'content/undated.md'), '---\ntitle: "Undated"\n---\n\nText.\n')
})

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

type Run = {
  readonly child: ChildProcess
  readonly output: () => string
  readonly exit: Promise<number | null>
}

function press(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [join(root, 'apps/press/src/main.ts'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_OUT: join(folder, 'public'),
      BROADSHEET_DATA: join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      started.delete(child)
      resolve(code)
    })
  })
  return { child, output: () => output, exit }
}

/** What a program has said so far that matches, as soon as it has said it. */
async function waitFor(run: Run, pattern: RegExp): Promise<string> {
  const isThere = (): boolean => pattern.test(run.output()) || run.child.exitCode !== null
  await vi.waitUntil(isThere, { timeout: 100_000, interval: 50 })
  const [found] = pattern.exec(run.output()) ?? []
  if (found === undefined) throw new Error(`It ended before it said ${pattern}:\n${run.output()}`)
  return found
}

async function read(address: string | URL): Promise<string> {
  const response = await fetch(address)
  return response.text()
}

/** Every file below a folder with its bytes. */
async function readBytes(place: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.toSorted().map(async (file) => [file, await readFile(file, 'hex')] as const)),
  )
}

test.each([[['build', '--stict']], [['publish']], [['start', '--port', 'http']]])(
  'arguments that mean nothing give the usage and exit status 2: %j',
  async (args) => {
    const run = press(...args)
    expect(await run.exit).toBe(2)
    expect(run.output()).toContain('usage: npm run build')
  },
)

test('a strict build of content with an error builds nothing and exits 1', async () => {
  const run = press('build', '--strict')
  expect(await run.exit).toBe(1)
  expect(run.output()).toMatch(/undated\.md:\d+:\d+ error date-missing/)
  expect(await readdir(folder)).not.toContain('public')
})

test('an output folder that holds something else is left alone with exit status 2', async () => {
  await mkdir(join(folder, 'public'))
  await writeFile(join(folder, 'public/thesis.tex'), 'text')
  const run = press('build')
  expect(await run.exit).toBe(2)
  expect(await readdir(join(folder, 'public'))).toEqual(['thesis.tex'])
  await rm(join(folder, 'public'), { recursive: true })
})

test('start publishes the rest, answers at the printed address until it is stopped, and exits 1', async () => {
  const run = press('start', '--port', '0')
  const mails = await waitFor(run, /http:\S+\/_mail\//)
  const site = new URL('/', mails)
  expect(await read(site)).toContain('<html')
  expect(await read(new URL('rss.xml', site))).not.toContain('Undated')
  expect(await read(mails)).toContain('.daily/')
  expect(run.output().match(/date-missing/g)).toHaveLength(1)
  run.child.kill('SIGTERM')
  expect(await run.exit).toBe(1)
  await expect(fetch(site)).rejects.toThrow()
}, 120_000)

test('a build with nothing changed says what the check said and leaves the bytes of a full build', async () => {
  const out = join(folder, 'public')
  const again = press('build')
  expect(await again.exit).toBe(1)
  expect(again.output()).toMatch(/date-missing[\s\S]*Nothing has changed/)
  const kept = await readBytes(out)
  await utimes(join(out, 'index.html'), 1, 1)
  const full = press('build')
  expect(await full.exit).toBe(1)
  expect(full.output()).toContain('Built ')
  expect(await readBytes(out)).toEqual(kept)
}, 120_000)

test('dev shows an edited digest in the site and in its feeds, and stops cleanly', async () => {
  const run = press('dev', '--port', '48210')
  const mails = await waitFor(run, /http:\S+\/_mail\//)
  const site = await waitFor(run, /http:\/\/localhost:\d+\//)
  const feed = new URL('/rss.xml', mails)
  for (const built of ['/pagefind/pagefind.js', '/api/v1/index.json'])
    expect((await fetch(new URL(built, site))).status).toBe(200)
  const [name = ''] = (await readdir(join(folder, 'content'))).toSorted()
  const digest = join(folder, 'content', name)
  await writeFile(
    digest,
    (await readFile(digest, 'utf8')).replace(/^title: .*$/m, 'title: "Fresh from the press"'),
  )
  for (const address of [site, feed]) {
    await vi.waitUntil(() => read(address).then((text) => text.includes('Fresh from the press')), {
      timeout: 60_000,
      interval: 200,
    })
  }
  run.child.kill('SIGTERM')
  expect(await run.exit).toBe(0)
  await expect(fetch(site)).rejects.toThrow()
}, 180_000)
