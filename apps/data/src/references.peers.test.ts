import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatPerson, type Reference, readPublication, renderReferences } from '@broadsheet/view'
import { afterAll, expect, test } from 'vitest'
import { toDataSource } from './data-source.ts'
import { twoDays } from './publication.fixture.ts'

// Debian's packages pandoc and texlive-base.
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-references-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hard: Reference = {
  key: 'guo2025test',
  title: '100% of {LLM}s_x & #1 cost $5 ~ ^2 \\ “quoted” <b> |x|',
  titleParts: [{ text: '100% of {LLM}s_x & #1 cost $5 ~ ^2 \\ “quoted” <b> |x|' }],
  authors: [
    { family: 'Maaten', given: 'Laurens', particle: 'van der' },
    { literal: 'Arts and Sciences Team, R&D' },
    { family: 'Abu-el-Haija', given: 'Sami' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { family: 'Größe', given: 'Łukasz' },
  ],
  year: 2025,
  month: 10,
  url: 'https://lab.example/a_b%20c?d=e&f#g',
  abstract: '',
  keywords: [],
}

const content = [...toDataSource(await readPublication()).references.values()]
const references = [...content, ...twoDays.references.values(), hard].filter(
  ({ key }, index, all) => all.findIndex((other) => other.key === key) === index,
)

type Name = { readonly family?: string; readonly given?: string; readonly literal?: string }
type Item = {
  readonly id: string
  readonly title: string
  readonly author: readonly Name[]
  readonly URL: string
}

function readByPandoc(format: string, suffix: 'bib' | 'csl.json'): readonly Item[] {
  const file = join(folder, `all.${suffix}`)
  writeFileSync(file, renderReferences(suffix, references))
  return JSON.parse(execFileSync('pandoc', ['--from', format, '--to', 'csljson', file]).toString())
}

test.each([
  ['bibtex', 'bib'],
  ['biblatex', 'bib'],
  ['csljson', 'csl.json'],
] as const)('pandoc reads every author, in order, and every address as %s', (format, suffix) => {
  const items = new Map(readByPandoc(format, suffix).map((item) => [item.id, item]))
  for (const { key, authors, url } of references) {
    const item = items.get(key)
    expect(item?.author.map(toLastWord), key).toEqual(
      authors.map((person) => toLastWord('literal' in person ? person : { family: person.family })),
    )
    expect(item?.URL, key).toBe(url)
  }
})

test('pandoc reads the hardest title letter by letter', () => {
  const title = readByPandoc('bibtex', 'bib').find(({ id }) => id === hard.key)?.title ?? ''
  expect(title.replace(/<\/?span[^>]*>/g, '').replaceAll('\u00a0', ' ')).toBe(hard.title)
})

test('BibTeX itself has nothing to say against any of them, and prints every title', () => {
  writeFileSync(join(folder, 'refs.bib'), renderReferences('bib', references))
  writeFileSync(join(folder, 'refs.aux'), '\\citation{*}\n\\bibdata{refs}\n\\bibstyle{unsrt}\n')
  const log = execFileSync('bibtex', ['refs'], { cwd: folder }).toString()
  expect(log).not.toMatch(/Warning|error/i)
  const list = readFileSync(join(folder, 'refs.bbl'), 'utf8')
  for (const { key, authors } of references) {
    expect(list).toContain(`\\bibitem{${key}}`)
    const first = authors[0]
    if (first !== undefined && !('literal' in first))
      expect(list).toContain(formatPerson(first, 'given first').split(' ').at(-1))
  }
})

function toLastWord({ family, literal }: Name): string | undefined {
  return (family ?? literal)?.split(' ').at(-1)
}
