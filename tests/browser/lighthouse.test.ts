import { expect, test } from 'vitest'
import { useLighthouse } from './score-page.ts'

const { score } = useLighthouse()

test('Lighthouse gives a digest 100 of 100 in every category', async () => {
  const scores = await score('/digests/arxiv_cs_CL_2025-10-16_report/')
  expect(scores).toEqual({ performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 })
})
