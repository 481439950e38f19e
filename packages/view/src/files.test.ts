import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig, readPublication } from './files.ts'
import { foldingDigest } from './publication.fixture.ts'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'broadsheet-'))
  await mkdir(join(root, 'apps/feed'), { recursive: true })
  await mkdir(join(root, 'content/digests'), { recursive: true })
  await write('turbo.json', '{}')
  await write('package-lock.json', '{}')
  await write('apps/feed/turbo.json', '{}')
  await write('content/digests/fold.md', foldingDigest)
})

afterEach(() => rm(root, { recursive: true }))

const config = {
  title: 'Fold',
  description: 'Papers',
  url: 'https://fold.example',
  publisher: { name: 'Fold Press' },
  feed: { authority: 'fold.example', year: 2024 },
  mail: { from: { name: 'Fold', address: 'a@fold.example' }, listId: 'digest.fold.example' },
}

function write(file: string, text: string): Promise<void> {
  return writeFile(join(root, file), text)
}

function writeConfig(title: string, file = 'broadsheet.config.ts'): Promise<void> {
  return write(
    file,
    `const title: string = '${title}'\nexport default { ...${JSON.stringify(config)}, title }\n`,
  )
}

test('reads the publication of the project that an app’s folder belongs to', async () => {
  await writeConfig('Fold')
  const publication = await readPublication({}, join(root, 'apps/feed'))
  expect(publication).toMatchObject({
    root,
    config: { title: 'Fold' },
    content: join(root, 'content'),
    out: join(root, 'dist'),
  })
  expect([...publication.archive.bySlug.keys()]).toEqual(['folds_cs_CL_2025-10-16'])
})

test('relative paths of the environment count from the root', async () => {
  await write('other.json', JSON.stringify(config))
  const env = {
    BROADSHEET_CONFIG: 'other.json',
    BROADSHEET_CONTENT: 'content/digests',
    BROADSHEET_OUT: '../out',
    BROADSHEET_DATA: 'data',
  }
  const folders = await readConfig(env, join(root, 'apps/feed'))
  expect(folders).toMatchObject({
    content: join(root, 'content/digests'),
    out: join(root, '../out'),
    file: join(root, 'other.json'),
  })
  expect(folders.mails.startsWith(join(root, 'data'))).toBe(true)
})

test('mails of publications with other output never mix', async () => {
  await writeConfig('Fold')
  const one = await readConfig({}, root)
  const other = await readConfig({ BROADSHEET_OUT: 'other' }, root)
  expect(one.mails).toMatch(/\.broadsheet\/[0-9a-f]{12}\/mails$/)
  expect(other.mails).not.toBe(one.mails)
})

test('an empty variable says nothing', async () => {
  await writeConfig('Fold')
  expect((await readConfig({ BROADSHEET_OUT: '' }, root)).out).toBe(join(root, 'dist'))
})

test('a file that was changed is read again', async () => {
  await writeConfig('Before')
  expect((await readConfig({}, root)).config.title).toBe('Before')
  await writeConfig('Afterwards')
  expect((await readConfig({}, root)).config.title).toBe('Afterwards')
})

test('revisions beside the digests are instants of last changes', async () => {
  await writeConfig('Fold')
  const items = { 'digests/d': { hash: '0123456789abcdef', updated: '2025-10-17T00:00:00Z' } }
  await write('content/revisions.json', JSON.stringify({ items }))
  const { revisions } = await readPublication({}, root)
  expect([...revisions]).toEqual([['tag:fold.example,2024:digests/d', '2025-10-17T00:00:00Z']])
})

test.each([
  ['nothing is there', {}, 'broadsheet.config.ts is missing'],
  [
    'the named file is not there',
    { BROADSHEET_CONFIG: 'a.ts' },
    'BROADSHEET_CONFIG names a.ts, which does not exist',
  ],
  ['it ends in .yaml', { BROADSHEET_CONFIG: 'a.yaml' }, 'a.yaml must end in .ts, .js, .mjs or .json'],
  ['it exports nothing', { BROADSHEET_CONFIG: 'empty.mjs' }, 'exports no configuration'],
  ['it cannot be run', { BROADSHEET_CONFIG: 'broken.mjs' }, 'broken.mjs cannot be read'],
  ['it is no JSON', { BROADSHEET_CONFIG: 'broken.json' }, 'broken.json cannot be read'],
  ['a key is wrong', { BROADSHEET_CONFIG: 'wrong.json' }, 'wrong.json cannot be used:\n  title: is missing'],
])('%s: the error says so', async (_, env, message) => {
  await write('a.yaml', '')
  await write('empty.mjs', 'export const x = 1')
  await write('broken.mjs', 'export default {')
  await write('broken.json', '{')
  await write('wrong.json', JSON.stringify({ ...config, title: undefined }))
  await expect(readConfig(env, root)).rejects.toThrow(message)
})

test('outside of a project the error says so', async () => {
  await expect(readConfig({}, tmpdir())).rejects.toThrow('is in no folder of this project')
})
