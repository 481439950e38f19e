import { expect, test } from 'vitest'
import { ConfigError } from './config.ts'
import { makeConfig } from './publication.fixture.ts'
import { parseRevisions, toRevisionInstants } from './revisions.ts'

const hash = '0123456789abcdef'
const updated = '2025-12-01T10:00:00Z'

test('what changed is found under its tag URI, and what never changed is not there', () => {
  const text = JSON.stringify({
    items: {
      'digests/arxiv_cs_CL_2025-10-16_report': { hash, updated },
      'papers/2510.14853': { hash },
      'papers/2510.14406': { hash, updated },
    },
  })
  const { authority, year } = makeConfig().feed
  expect([...toRevisionInstants(makeConfig(), parseRevisions(text, 'revisions.json'))]).toEqual([
    [`tag:${authority},${year}:digests/arxiv_cs_CL_2025-10-16_report`, updated],
    [`tag:${authority},${year}:papers/2510.14406`, updated],
  ])
})

test.each([
  ['no JSON', '{', 'revisions.json is no JSON'],
  ['another shape', '[]', 'revisions.json cannot be used'],
  [
    'a date without a time',
    `{"items":{"papers/1":{"hash":"${hash}","updated":"2025-12-01"}}}`,
    'items.papers/1.updated',
  ],
])('%s stops everything and is named', (_, text, message) => {
  expect(() => parseRevisions(text, 'revisions.json')).toThrow(ConfigError)
  expect(() => parseRevisions(text, 'revisions.json')).toThrow(message)
})
