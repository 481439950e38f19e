import { expect, test } from 'vitest'
import { buildSearchIndex } from './search-index.ts'

const records = ['Ties', 'Folds'].map((title) => ({
  url: `/papers/${title}/`,
  html: `<html lang="en"><body><h1>${title}</h1><meta data-pagefind-filter="year[content]" content="2025"></body></html>`,
}))

test('makes the files that a browser asks for, and none of the interfaces that come with them', async () => {
  const paths = (await buildSearchIndex(records, 'en-GB')).map(({ path }) => path)
  expect(paths).toEqual(paths.toSorted())
  expect(paths).toContain('pagefind.js')
  expect(paths).toContain('wasm.en.pagefind')
  expect(paths.filter((path) => path.startsWith('fragment/'))).toHaveLength(2)
  expect(paths.filter((path) => path.startsWith('filter/'))).toHaveLength(1)
  expect(paths.filter((path) => /ui|component|\.css$/.test(path))).toEqual([])
})

test('makes the same bytes of the same records', async () => {
  expect(await buildSearchIndex(records, 'en')).toEqual(await buildSearchIndex(records, 'en'))
})

test('an empty publication can be searched too', async () => {
  expect((await buildSearchIndex([], 'en')).map(({ path }) => path)).toContain('pagefind.js')
})
