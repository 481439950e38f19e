import { expect, test } from 'vitest'
import { toLine, toTitle } from './line.ts'
import { makeContext } from './publication.fixture.ts'

test.each([
  ['LLM$\\times$MapReduce-V3', 'LLM×MapReduce-V3'],
  ['$λ$-Crease: *Folding*', 'λ-Crease: Folding'],
  ['On the Fly:Continuous Folding', 'On the Fly: Continuous Folding'],
  ['LoRA:A Study and GPU:CPU', 'LoRA: A Study and GPU:CPU'],
  ['Ratios 16:9, A:B and a::B', 'Ratios 16:9, A:B and a::B'],
  ['See http://A.example and `x:Y`', 'See http://A.example and `x:Y`'.replaceAll('`', '')],
  ['A "fold" & <b>', 'A "fold" & '.trim()],
  ['Two\n lines', 'Two lines'],
  ['5\\% of \\textit{paper}', '5% of paper'],
  ['a <i> b', 'a b'],
])('the title %s is read as %s', (markdown, text) => {
  expect(toTitle(markdown, makeContext()).text).toBe(text)
})

test('a title is escaped, and its addresses are words', () => {
  expect(toTitle('A & <FORK> at https://a.example', makeContext()).html).toBe(
    'A &amp; &lt;FORK&gt; at https://a.example',
  )
})

test('a title has math by its channel', () => {
  expect(toTitle('$λ$', makeContext({ channel: 'mail' })).html).toBe('λ')
  expect(toTitle('$λ$', makeContext({ channel: 'site' })).html).toMatch(/^<math/)
})

test('a line has links', () => {
  expect(toLine('Code: https://github.com/fold/crease.', makeContext()).html).toBe(
    'Code: <a href="https://github.com/fold/crease">https://github.com/fold/crease</a>.',
  )
})
