import { expect, test } from 'vitest'
import { twoDays } from './examples.fixture.ts'
import { listPictures } from './pictures.ts'

const withDigests = (digests: number) =>
  listPictures({ ...twoDays, config: { ...twoDays.config, pictures: { digests } } })

test('the newest digests and their papers have pictures of their own', () => {
  const { site, digests, papers } = withDigests(1)
  expect(site).toBe('https://fold.example/news/picture.png')
  expect([...digests]).toEqual([
    ['arxiv_cs_CL_2025-10-20_report', 'https://fold.example/news/digests/arxiv_cs_CL_2025-10-20_report.png'],
  ])
  expect([...papers.keys()]).toEqual(['2510.14853', '2510.14406'])
})

test('with none asked for, every page has the picture of the site', () => {
  const { digests, papers } = withDigests(0)
  expect([digests.size, papers.size]).toEqual([0, 0])
})
