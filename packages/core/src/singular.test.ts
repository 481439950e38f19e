import { expect, test } from 'vitest'
import { toSingular } from './singular.ts'

test.each([
  ['model', 'models'],
  ['policy', 'policies'],
  ['query', 'queries'],
  ['modality', 'modalities'],
  ['llm', 'llms'],
  ['gpu', 'gpus'],
  ['api', 'apis'],
  ['analysis', 'analyses'],
  ['hypothesis', 'hypotheses'],
  ['bias', 'biases'],
  ['class', 'classes'],
  ['loss', 'losses'],
  ['process', 'processes'],
  ['box', 'boxes'],
  ['branch', 'branches'],
  ['hash', 'hashes'],
  ['cache', 'caches'],
  ['size', 'sizes'],
  ['index', 'indices'],
  ['index', 'indexes'],
  ['matrix', 'matrices'],
  ['vertex', 'vertices'],
  ['corpus', 'corpora'],
  ['corpus', 'corpuses'],
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['database', 'databases'],
  ['response', 'responses'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['virus', 'viruses'],
  ['abuse', 'abuses'],
  ['lens', 'lenses'],
  ['schema', 'schemas'],
  ['ratio', 'ratios'],
  ['tie', 'ties'],
  ['metric', 'metrics'],
  ['moe', 'moes'],
])('%s compares with %s', (one, many) => {
  expect(toSingular(many)).toBe(toSingular(one))
})

test.each([
  'bias',
  'loss',
  'class',
  'corpus',
  'analysis',
  'series',
  'news',
  'lens',
  'gas',
  'as',
  'tts',
  'consensus',
])('%s is no plural', (word) => {
  expect(toSingular(word)).toBe(word)
})

test.each(['reasoning', 'attention', 'data', 'speech'])('%s stays', (word) => {
  expect(toSingular(word)).toBe(word)
})
