import { expect, inject, test } from 'vitest'
import { inspectPage } from './inspect-page.ts'
import { useBrowser } from './open-browser.ts'
import { listAllPages } from './page-kinds.ts'

const { visit } = useBrowser()

test.each(listAllPages(inject('out')))('nothing is wrong with %s', async (path) => {
  expect(await inspectPage(visit, path)).toEqual([])
})
