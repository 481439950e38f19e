import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readArchive } from './read-archive.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-archive-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, date: string, permalink = `/digests/${name}`): void {
  const text = `---\ntitle: ${name}\npermalink: ${permalink}\ndate: ${date}\n---\n\n## TL;DR\n\nWords.\n\n# One\n\nAuthors: A B\n\nPaper link: https://arxiv.org/abs/2510.00001\n`
  writeFileSync(join(folder, `${name}.md`), text)
}

test('one bad file never hides the others, and all findings stand in order of place', () => {
  write('c', '2025-10-16')
  write('d', '2025-10-17', '/digests/c')
  write('e', 'someday')
  writeFileSync(join(folder, 'a.md'), Buffer.from([0xff, 0xff, 0xff]))
  writeFileSync(join(folder, 'f.md'), 'no front matter')
  const { archive, diagnostics, refused } = readArchive(folder, { aliases: {} })
  expect(archive.digests.map(({ slug }) => slug)).toEqual(['c'])
  expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'a.md:1 encoding-not-utf8',
    'd.md:1 permalink-duplicate',
    'e.md:4 date-invalid',
    'f.md:1 front-matter-missing',
  ])
  expect(refused).toEqual(['a.md', 'd.md', 'e.md', 'f.md'])
})

test('what is only warned of is not refused', () => {
  write('a', '2025-10-16')
  write('b', '2025-10-16')
  const { archive, diagnostics, refused } = readArchive(folder, { aliases: {} })
  expect(archive.digests).toHaveLength(2)
  expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['digest-same-day', 'paper-seen-before'])
  expect(refused).toEqual([])
})

test('an empty folder is an empty archive', () => {
  const { archive, diagnostics } = readArchive(folder, { aliases: {} })
  expect(archive.digests).toEqual([])
  expect(diagnostics).toEqual([])
})
