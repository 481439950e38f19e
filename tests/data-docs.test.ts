import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildData, toDataSource } from '@broadsheet/data'
import { readPublication } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { root } from './source-files.ts'

const publication = await readPublication({}, root)
const { archive } = publication
const files = [...buildData(toDataSource(publication))].map(({ path }) => `/${path}`)

/** A file's address with the name of its paper, digest or topic as docs/data.md writes it. */
function toPattern(path: string): string {
  return path
    .replace(/\/index\.html$/, '/')
    .replace(/^\/abs\/.+\/$/, '/abs/<arXiv id>/')
    .replace(/^\/digests\/\d{4}-\d{2}-\d{2}\/$/, '/digests/2025-10-16/')
    .replace(/^\/papers\/.+v\d+\/$/, '/papers/<id>v1/')
    .replace(
      /^(.*\/(?:papers|digests|topics)\/)([^/]+?)(\.(?:bib|ris|csl\.json|md|json))$/,
      (_, list, name, suffix) =>
        [...archive.bySlug.keys()].includes(name) || list.startsWith('/topics')
          ? `${list}<slug>${suffix}`
          : `${list}<id>${suffix}`,
    )
    .replace(/^\/sitemap-\d+\.xml$/, '/sitemap-index.xml')
}

/** Addresses in code marks; `· .ris` after `/papers/<id>.bib` is the same with another suffix. */
function listDocumented(): readonly string[] {
  const lines = readFileSync(join(root, 'docs/data.md'), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const marked = [...line.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)
    return marked.flatMap((words) => {
      if (words.startsWith('/')) return [words]
      const [first = ''] = marked
      return words.startsWith('.') && first.startsWith('/') ? [first.replace(/\.bib$/, words)] : []
    })
  })
}

test('docs/data.md names every kind of file that is written, and no other', () => {
  expect(new Set(listDocumented())).toEqual(new Set(files.map(toPattern)))
})
