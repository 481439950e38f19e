import { expect, test } from 'vitest'
import { twoDays } from '../examples.fixture.ts'
import { referenceFormats } from '../urls.ts'
import { toReferences } from './reference.ts'
import { renderReferences } from './render-references.ts'

test.each(referenceFormats)('$name of several papers has them all, in the order given', ({ suffix }) => {
  const references = toReferences(twoDays)
  const chosen = ['2510.14406', '2510.14853'].flatMap((key) => references.get(key) ?? [])
  const text = renderReferences(suffix, chosen)
  expect(text.indexOf('su2025planner')).toBeGreaterThan(0)
  expect(text.indexOf('su2025routing')).toBeGreaterThan(text.indexOf('su2025planner'))
})

test('abstracts are left out when that is asked for', () => {
  const references = [...toReferences(twoDays).values()]
  const withAbstracts = referenceFormats.map(({ suffix }) =>
    renderReferences(suffix, references).includes('router'),
  )
  expect(withAbstracts).toEqual([false, true, true])
  for (const { suffix } of referenceFormats)
    expect(renderReferences(suffix, references, { abstracts: false })).not.toContain('router')
})
