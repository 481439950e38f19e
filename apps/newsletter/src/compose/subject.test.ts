import { expect, test } from 'vitest'
import { toSubject } from './subject.ts'

const template = '[{category}] {date}: {counts}: {lead}'
const parts = { category: 'cs.CL', date: '16 Oct 2025', counts: '10 of 81 papers', lead: 'λ-GRPO' }

test.each([
  ['fills in every part', template, parts, '[cs.CL] 16 Oct 2025: 10 of 81 papers: λ-GRPO'],
  [
    'drops the brackets of an absent category',
    template,
    { ...parts, category: undefined },
    '16 Oct 2025: 10 of 81 papers: λ-GRPO',
  ],
  [
    'drops the separator of an absent lead',
    template,
    { ...parts, lead: undefined },
    '[cs.CL] 16 Oct 2025: 10 of 81 papers',
  ],
  [
    'drops one separator of an absent part between two',
    template,
    { ...parts, counts: '' },
    '[cs.CL] 16 Oct 2025: λ-GRPO',
  ],
  [
    'keeps the bracket that opens after an absent part',
    '{lead} | {category} ({counts})',
    { ...parts, category: undefined },
    'λ-GRPO | (10 of 81 papers)',
  ],
  [
    'keeps what follows absent brackets',
    '{date} ({counts}): {lead}',
    { ...parts, counts: '' },
    '16 Oct 2025: λ-GRPO',
  ],
  ['keeps words around the parts', 'News of {date}', parts, 'News of 16 Oct 2025'],
  [
    'fills in nothing that a part itself contains',
    template,
    { ...parts, lead: 'On {date}' },
    '[cs.CL] 16 Oct 2025: 10 of 81 papers: On {date}',
  ],
])('%s', (_, given, values, expected) => {
  expect(toSubject(given, values)).toBe(expected)
})
