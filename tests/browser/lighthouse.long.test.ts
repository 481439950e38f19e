import { expect, inject, test } from 'vitest'
import { listPageKinds } from './page-kinds.ts'
import { useLighthouse } from './score-page.ts'

const { score } = useLighthouse('simulate')

// A busy machine makes a page look slower than it is, never faster, so the best of three counts.
test.each(listPageKinds(inject('out')))(
  'Lighthouse gives $name 100 of 100 in every category',
  { retry: 2, timeout: 180_000 },
  async ({ path }) => {
    const scores = await score(path)
    expect(scores).toEqual(Object.fromEntries(Object.keys(scores).map((category) => [category, 100])))
  },
)
