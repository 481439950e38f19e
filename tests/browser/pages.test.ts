import { expect, inject, test } from 'vitest'
import { inspectPage } from './inspect-page.ts'
import { useBrowser } from './open-browser.ts'
import { listPageKinds } from './page-kinds.ts'

const { visit } = useBrowser()

test.each(listPageKinds(inject('out')))(
  'nothing is wrong with $name in both schemes at phone and desk width',
  async ({ path }) => {
    expect(await inspectPage(visit, path)).toEqual([])
  },
)
