import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collectAllDiagnostics } from './diagnostics.ts'
import { findSources, readSources } from './files.ts'
import { maximumSourceBytes } from './source.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(file: string, text = file): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function read(root = join(folder, 'content')): { files: string[]; found: string[] } {
  const { reportOf, diagnostics } = collectAllDiagnostics()
  const files = [...readSources(root, reportOf)].map(({ file }) => file)
  return { files, found: diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`) }
}

test('reads every digest below the folder, in the order of their paths', () => {
  const files = ['B.md', 'a-b.md', 'a.md', 'a/x.md', 'a/é.md', 'a0.md', 'b/c/d.MD']
  for (const file of files.toReversed()) write(`content/${file}`)
  expect(read()).toEqual({ files, found: [] })
})

test('passes over what is no digest', () => {
  for (const file of [
    '.hidden.md',
    '.git/x.md',
    'README.md',
    'a/readme.md',
    'node_modules/y.md',
    'z.txt',
    'md',
  ]) {
    write(`content/${file}`)
  }
  expect(read()).toEqual({ files: [], found: [] })
})

test('gives the bytes of a file when it is its turn', () => {
  write('content/a.md', 'first')
  write('content/b.md', 'before')
  const sources = readSources(join(folder, 'content'), collectAllDiagnostics().reportOf)
  expect(Buffer.from(sources.next().value?.bytes ?? '').toString()).toBe('first')
  write('content/b.md', 'after')
  expect(Buffer.from(sources.next().value?.bytes ?? '').toString()).toBe('after')
})

test('a file whose stamp is known is not read, unless it is a link or was written just now', async () => {
  write('content/old.md')
  write('content/target.md')
  symlinkSync('target.md', join(folder, 'content/link.md'))
  await setTimeout(2100)
  write('content/new.md')
  const asked: string[] = []
  const isKnown = (file: string) => asked.push(file) > 0
  const found = [...findSources(join(folder, 'content'), collectAllDiagnostics().reportOf, isKnown)]
  expect(asked).toEqual(['old.md', 'target.md'])
  expect(found.map(({ file, bytes, stamp }) => [file, bytes?.length, typeof stamp])).toEqual([
    ['link.md', 17, 'undefined'],
    ['new.md', 14, 'undefined'],
    ['old.md', undefined, 'string'],
    ['target.md', undefined, 'string'],
  ])
})

test('every change of a file gives it another stamp', async () => {
  const stampOf = () =>
    [...findSources(join(folder, 'content'), collectAllDiagnostics().reportOf, () => false)][0]?.stamp
  write('content/a.md', 'one')
  await setTimeout(2100)
  const before = stampOf()
  write('content/a.md', 'two')
  utimesSync(join(folder, 'content/a.md'), 1, 1)
  await setTimeout(2100)
  expect(before).toBeTypeOf('string')
  expect(stampOf()).not.toBe(before)
})

test('never follows a link out of the folder', () => {
  write('secret.md')
  write('elsewhere/x.md')
  write('content-two/y.md')
  mkdirSync(join(folder, 'content'))
  symlinkSync('../secret.md', join(folder, 'content/a.md'))
  symlinkSync('../elsewhere', join(folder, 'content/b'))
  symlinkSync(join(folder, 'content-two/y.md'), join(folder, 'content/c.md'))
  const found = ['b:1 file-outside-content', 'a.md:1 file-outside-content', 'c.md:1 file-outside-content']
  expect(read()).toEqual({ files: [], found })
})

test('follows links to files inside, and the link that is the folder itself, but enters no folder twice', () => {
  write('content/a/x.md')
  symlinkSync('a/x.md', join(folder, 'content/b.md'))
  symlinkSync('..', join(folder, 'content/a/loop'))
  symlinkSync('content', join(folder, 'link'))
  const files = ['a/x.md', 'b.md']
  expect(read()).toEqual({ files, found: [] })
  expect(read(join(folder, 'link'))).toEqual({ files, found: [] })
})

test('reports a broken link, a link to itself, a pipe and a folder named like a digest', () => {
  mkdirSync(join(folder, 'content/d.md'), { recursive: true })
  symlinkSync('nowhere', join(folder, 'content/a.md'))
  symlinkSync('b.md', join(folder, 'content/b.md'))
  execFileSync('mkfifo', [join(folder, 'content/c.md')])
  const found = ['a.md:1 file-unreadable', 'b.md:1 file-unreadable', 'c.md:1 file-unreadable']
  expect(read()).toEqual({ files: [], found })
})

test('does not open a file that is too large', () => {
  write('content/a.md', ' '.repeat(maximumSourceBytes + 1))
  expect(read()).toEqual({ files: [], found: ['a.md:1 file-too-large'] })
})

test.each(['nowhere', 'file'])('throws when the folder is %s, and says why', (name) => {
  write('file')
  expect(() => read(join(folder, name))).toThrow(/The content folder .* cannot be read/)
  expect(() => read(join(folder, name))).toThrow(expect.objectContaining({ cause: expect.any(Error) }))
})
