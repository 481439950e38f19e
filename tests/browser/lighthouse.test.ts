import { expect, test } from 'vitest'
import { useLighthouse } from './score-page.ts'

const { score } = useLighthouse()

// Its performance depends on how busy this machine is: the long tests ask for that.
test('Lighthouse gives a digest 100 of 100 for accessibility, good practice and search engines', async () => {
  const scores = await score('/digests/arxiv_cs_CL_2025-10-16_report/')
  expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 })
})
