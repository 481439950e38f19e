import { expect, inject, test } from 'vitest'
import { listPageKinds } from './page-kinds.ts'
import { useLighthouse } from './score-page.ts'

// This machine is busy with the other tests, which slows it down enough; the long tests ask for a slow phone.
const { score } = useLighthouse(1)
const kinds = listPageKinds(inject('out')).filter(({ name }) => /^(home|digest|paper|search)$/.test(name))

test.each(kinds)('Lighthouse gives $name 100 of 100 in every category', { retry: 4 }, async ({ path }) => {
  expect(await score(path)).toEqual({ performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 })
})
