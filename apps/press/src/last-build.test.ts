import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@broadsheet/view'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BuildInputs, type InputPlaces, readInputs } from './build-inputs.ts'
import { forgetBuild, isUntouched, noteBuild, readLastBuild } from './last-build.ts'

const config = parseConfig(
  {
    title: 'Test',
    description: 'Test',
    url: 'https://broadsheet.example',
    publisher: { name: 'Test' },
    feed: { authority: 'broadsheet.example', year: 2025 },
    mail: { from: { name: 'Test', address: 'a@broadsheet.example' }, listId: 'a.broadsheet.example' },
  },
  'config',
)

let folder: string
let places: InputPlaces

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-last-'))
  const at = (name: string) => join(folder, name)
  places = {
    root: folder,
    content: at('content'),
    out: at('public'),
    mails: at('data/1/mails'),
    config,
    isTerminal: false,
  }
  await write('content/digests/one.md', 'one')
  await write('apps/web/src/page.astro', 'page')
  await write('packages/view/src/index.ts', 'view')
  await write('package-lock.json', '{}')
  await write('public/index.html', 'page')
  await write('data/1/mails/index.json', '[]')
})

afterEach(() => rm(folder, { recursive: true }))

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(folder, file, '..'), { recursive: true })
  await writeFile(join(folder, file), text)
}

function read(env: Readonly<Record<string, string>> = {}, known: BuildInputs['files'] = {}) {
  const { content, makers } = readInputs(places, env, known) ?? {}
  return { content, makers }
}

test.each([
  ['content', 'content/digests/one.md'],
  ['a file beside the digests', 'content/revisions.json'],
])('%s is an input, and no maker', async (_, file) => {
  const before = read()
  await write(file, 'another')
  expect(read().content).not.toBe(before.content)
  expect(read().makers).toBe(before.makers)
})

test.each([
  ['a page', 'apps/web/src/page.astro'],
  ['a package', 'packages/view/src/index.ts'],
  ['the lockfile', 'package-lock.json'],
  ['what is installed', 'node_modules/.package-lock.json'],
])('%s is a maker, and no content', async (_, file) => {
  const before = read()
  await write(file, 'another')
  expect(read().makers).not.toBe(before.makers)
  expect(read().content).toBe(before.content)
})

test('configuration and environment are makers', () => {
  const before = read()
  expect(read({ BROADSHEET_SECRET: 'a' })).not.toEqual(before)
  expect(read({ HOME: '/' })).toEqual(before)
  places = { ...places, config: { ...config, title: 'Another' } }
  expect(read()).not.toEqual(before)
})

test('tests and caches of tools are none', async () => {
  const before = read()
  await write('apps/web/src/page.test.ts', 'test')
  await write('apps/web/.astro/types.d.ts', 'types')
  expect(read()).toEqual(before)
})

test('a link to elsewhere cannot be told, so nothing is skipped', async () => {
  await symlink(folder, join(folder, 'content/link'))
  expect(readInputs(places, {}, {})).toBeUndefined()
})

const build = { inputs: { content: 'content', makers: 'makers', files: {} }, code: 0, report: '1 digest\n' }

test('a build that ended well is remembered, until the next one begins', async () => {
  expect(readLastBuild(places)).toBeUndefined()
  await noteBuild(places, build, ['index.html'])
  expect(readLastBuild(places)).toMatchObject(build)
  forgetBuild(places)
  expect(readLastBuild(places)).toBeUndefined()
})

test('a note that was damaged is none', async () => {
  await noteBuild(places, build, ['index.html'])
  await write('data/1/last-build.json', '')
  expect(readLastBuild(places)).toBeUndefined()
})

test.each([
  ['nothing', () => undefined, true],
  ['an edited page', () => write('public/index.html', 'edit'), false],
  ['a page that was touched', () => utimes(join(folder, 'public/index.html'), 1, 1), false],
  ['a page more', () => write('public/more.html', 'more'), false],
  ['a folder more', () => mkdir(join(folder, 'public/more')), false],
  ['a page less', () => rm(join(folder, 'public/index.html')), false],
  ['no output at all', () => rm(join(folder, 'public'), { recursive: true }), false],
  ['a mail less', () => rm(join(folder, 'data/1/mails/index.json')), false],
])('%s is seen in the output', async (_, change, untouched) => {
  await noteBuild(places, build, ['index.html'])
  const last = readLastBuild(places)
  await change()
  expect(last && isUntouched(last)).toBe(untouched)
})
