import { expect, inject, test } from 'vitest'
import { listPageKinds } from './page-kinds.ts'
import { useLighthouse } from './score-page.ts'

const { score } = useLighthouse()

test.each(listPageKinds(inject('out')))(
  'Lighthouse gives $name 100 of 100 in every category',
  async ({ path }) => {
    const scores = await score(path)
    expect(scores).toEqual(Object.fromEntries(Object.keys(scores).map((category) => [category, 100])))
  },
)
