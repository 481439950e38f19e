import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@broadsheet/view'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashInputs, type InputPlaces } from './build-inputs.ts'
import { findLastBuild, forgetBuild, noteBuild } from './last-build.ts'

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

const inputs = 'inputs'

test('the last build is found again while nothing has changed', () => {
  expect(hashInputs(places, {})).toBe(hashInputs(places, {}))
  noteBuild(places, { inputs, code: 0, report: '1 digest\n' })
  expect(findLastBuild(places, inputs)).toMatchObject({ code: 0, report: '1 digest\n' })
})

test.each([
  ['content', 'content/digests/one.md'],
  ['a file beside the digests', 'content/revisions.json'],
  ['a page', 'apps/web/src/page.astro'],
  ['a package', 'packages/view/src/index.ts'],
  ['the lockfile', 'package-lock.json'],
  ['what is installed', 'node_modules/.package-lock.json'],
])('%s is an input', async (_, file) => {
  const before = hashInputs(places, {})
  await write(file, 'another')
  expect(hashInputs(places, {})).not.toBe(before)
})

test('configuration and environment are inputs', () => {
  const before = hashInputs(places, {})
  expect(hashInputs({ ...places, config: { ...config, title: 'Another' } }, {})).not.toBe(before)
  expect(hashInputs(places, { BROADSHEET_SECRET: 'a' })).not.toBe(before)
  expect(hashInputs(places, { HOME: '/' })).toBe(before)
})

test('tests and caches of tools are none', async () => {
  const before = hashInputs(places, {})
  await write('apps/web/src/page.test.ts', 'test')
  await write('apps/web/.astro/types.d.ts', 'types')
  expect(hashInputs(places, {})).toBe(before)
})

test('a link to elsewhere cannot be told, so nothing is skipped', async () => {
  await symlink(folder, join(folder, 'content/link'))
  expect(hashInputs(places, {})).toBeUndefined()
})

test.each([
  ['other inputs', () => undefined, 'others'],
  ['an edited page', () => write('public/index.html', 'edited'), inputs],
  ['a page that was touched', () => utimes(join(folder, 'public/index.html'), 1, 1), inputs],
  ['a page more', () => write('public/more.html', 'more'), inputs],
  ['a page less', () => rm(join(folder, 'public/index.html')), inputs],
  ['no output at all', () => rm(join(folder, 'public'), { recursive: true }), inputs],
  ['a mail less', () => rm(join(folder, 'data/1/mails/index.json')), inputs],
  ['a build that has begun since', () => forgetBuild(places), inputs],
])('%s: the last build is not found', async (_, change, hash) => {
  noteBuild(places, { inputs, code: 0, report: '' })
  await change()
  expect(findLastBuild(places, hash)).toBeUndefined()
})
