import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyOutput, OutputError, type OutputPlaces, signOutput, thinOutput } from './output-folder.ts'

let root: string
let places: OutputPlaces

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'press-'))
  await mkdir(join(root, 'project/content'), { recursive: true })
  places = {
    root: join(root, 'project'),
    content: join(root, 'project/content'),
    ours: join(root, 'project/dist'),
    out: join(root, 'public'),
  }
})

afterEach(() => rm(root, { recursive: true }))

async function write(file: string): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true })
  await writeFile(join(root, file), 'text')
}

test('makes a folder that is absent and takes one that is empty', async () => {
  await emptyOutput(places)
  await mkdir(join(root, 'bare'))
  await emptyOutput({ ...places, out: join(root, 'bare') })
  expect(await readdir(join(root, 'bare'))).toEqual(['.broadsheet-output'])
})

test('removes what the last build wrote, and nothing of it is left', async () => {
  await emptyOutput(places)
  await write('public/digests/one/index.html')
  await signOutput(places.out)
  await emptyOutput(places)
  expect(await readdir(places.out)).toEqual(['.broadsheet-output'])
})

test('keeps of the last build what is kept, and then no folder that has become empty', async () => {
  await emptyOutput(places)
  await write('public/digests/one/index.html')
  await write('public/digests/two/index.html')
  await signOutput(places.out)
  await thinOutput(places.out, new Set(['digests/two/index.html']))
  await signOutput(places.out)
  expect(await readdir(join(places.out, 'digests'), { recursive: true })).toEqual(['two', 'two/index.html'])
})

test('removes what an interrupted build left of one that was kept', async () => {
  await emptyOutput(places)
  await write('public/index.html')
  await signOutput(places.out)
  await thinOutput(places.out, new Set(['index.html']))
  await write('public/draft.html')
  await emptyOutput(places)
  expect(await readdir(places.out)).toEqual(['.broadsheet-output'])
})

test('tells everything that a build left, without folders that hold nothing', async () => {
  await emptyOutput(places)
  await write('public/papers/one/index.html')
  await mkdir(join(places.out, 'papers/two/deep'), { recursive: true })
  const entries = ['.broadsheet-output', 'papers/', 'papers/one/', 'papers/one/index.html']
  expect(await signOutput(places.out)).toEqual(entries)
  expect(await readdir(join(places.out, 'papers'))).toEqual(['one'])
})

test('removes what an interrupted build left', async () => {
  await emptyOutput(places)
  await write('public/index.html')
  await emptyOutput(places)
  expect(await readdir(places.out)).toEqual(['.broadsheet-output'])
})

test('removes whatever is in the default output folder', async () => {
  await write('project/dist/index.html')
  await emptyOutput({ ...places, out: places.ours })
  expect(await readdir(places.ours)).toEqual(['.broadsheet-output'])
})

test('keeps a folder that no build wrote', async () => {
  await write('public/thesis.tex')
  await expect(emptyOutput(places)).rejects.toThrow(
    /public is not emptied: it holds thesis\.tex, which no build wrote/,
  )
  expect(await readFile(join(root, 'public/thesis.tex'), 'utf8')).toBe('text')
})

test('keeps everything when one file was added to what a build wrote', async () => {
  await emptyOutput(places)
  await write('public/index.html')
  await signOutput(places.out)
  await write('public/CNAME')
  await expect(emptyOutput(places)).rejects.toThrow(/CNAME/)
  expect(await readdir(places.out)).toContain('index.html')
})

test.each(['public/.git/config', 'project/dist/.git/config', 'project/dist/.git'])(
  'keeps a git checkout: %s',
  async (file) => {
    await write(file)
    const out = join(root, file.slice(0, file.indexOf('/.git')))
    await expect(emptyOutput({ ...places, out })).rejects.toThrow(OutputError)
  },
)

test.each(['project', '.', 'project/content', 'project/content/dist'])('never empties %s', async (folder) => {
  await expect(emptyOutput({ ...places, out: join(root, folder) })).rejects.toThrow(/is not emptied: it/)
})

test('never empties a home folder or the whole disk', async () => {
  await expect(emptyOutput({ ...places, out: homedir() })).rejects.toThrow(OutputError)
  await expect(emptyOutput({ ...places, out: '/' })).rejects.toThrow(OutputError)
})

test('sees through a link to the project', async () => {
  await symlink(places.root, join(root, 'link'))
  await expect(emptyOutput({ ...places, out: join(root, 'link') })).rejects.toThrow(/holds this project/)
})
