import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toTopicKey } from './topic-key.ts'

test.each([
  ['Multilingual reasoning', 'multilingual reasoning'],
  ['Test-Time Adaptation', 'test time adaptation'],
  ['Fine-Tuning', 'finetuning'],
  ['Fine\u2011tuning', 'fine  tuning'],
  ['Large Language Models', 'large language model'],
  ['LLM', 'LLMs'],
  ['LM', 'LMs'],
  ['Policy', 'policies'],
  ['Error Analyses', 'Error analysis'],
  ['Mixture-of-Experts (MoE)', 'Mixture of Experts'],
  ['Large Language Models (LLMs)', 'Large Language Model'],
  ['Low-Rank Adaptation (LoRA)', 'low-rank adaptation'],
  ['Naïve Bayes', 'naive bayes'],
  ['Safety & Alignment', 'Safety and alignment'],
  ['Zipf’s law', "Zipf's Law"],
  ['GPT-4', 'GPT 4'],
  ['$k$-NN', 'k-NN'],
])('%s is %s', (one, other) => {
  expect(toTopicKey(one)).toBe(toTopicKey(other))
})

test.each([
  ['Bias', 'Bia'],
  ['GPT-4.1', 'GPT-41'],
  ['Llama-3-8B', 'Llama-38B'],
  ['C', 'C++'],
  ['Transformers', 'Transformers (NLP)'],
  ['Attention', 'Attention (vision)'],
  ['Reasoning', 'Reason'],
  ['TTS', 'TT'],
])('%s is not %s', (one, other) => {
  expect(toTopicKey(one)).not.toBe(toTopicKey(other))
})

test.each(['', ' ', '-', '?!'])('%j names nothing', (keyword) => {
  expect(toTopicKey(keyword)).toBe('')
})

test('case, hyphens and spaces never make another topic', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const key = toTopicKey(words.join(' '))
      expect(toTopicKey(words.join('-'))).toBe(key)
      expect(toTopicKey(words.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join('  '))).toBe(
        key,
      )
      expect(toTopicKey(words.join(' ').toUpperCase())).toBe(key)
    }),
  )
})
