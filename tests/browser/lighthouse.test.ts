import { expect, inject, test } from 'vitest'
import { listPageKinds } from './page-kinds.ts'
import { useLighthouse } from './score-page.ts'

// What a simulated phone takes depends on how busy this machine is with other tests: the long tests ask for that.
const { score } = useLighthouse('provided')
const kinds = listPageKinds(inject('out')).filter(({ name }) => /^(home|digest|paper|search)$/.test(name))

test.each(kinds)('Lighthouse gives $name 100 of 100 in every category', { retry: 2 }, async ({ path }) => {
  expect(await score(path)).toEqual({ performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 })
})
