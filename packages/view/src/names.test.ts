import { expect, test } from 'vitest'
import { toExampleContext, toExampleDigest } from './examples.fixture.ts'
import { formatAuthors, toTopicName } from './names.ts'
import { makeConfig } from './publication.fixture.ts'

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 others'],
])('%j are %s', (names, words) => {
  expect(formatAuthors(names)).toBe(words)
})

test('a topic has the commonest of its spellings, and in feeds the first for ever', () => {
  const days = ['Rl', 'RL', 'RL'].map((spelling, index) =>
    toExampleDigest(`2025-10-1${index}`, [
      `# Paper ${index}\n\nAuthors: Ada\n\nKeywords: ${spelling}\n\nPaper link: https://arxiv.org/abs/2510.0000${index}`,
    ]),
  )
  const context = toExampleContext(days)
  const aliased = makeConfig({ topics: { aliases: { Reinforcement: 'RL' } } })
  expect(toTopicName('rl', context)?.name).toBe('RL')
  expect(toTopicName('rl', { ...context, channel: 'feed' })?.name).toBe('Rl')
  expect(toTopicName('rl', { ...context, channel: 'feed', config: aliased })?.name).toBe('RL')
})
