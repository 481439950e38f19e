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
