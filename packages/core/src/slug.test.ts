import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSlugsUnique, toSlug } from './slug.ts'

test.each([
  ['Test-Time Adaptation', 'test-time-adaptation'],
  ['GPT-4.1', 'gpt-4-1'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['Q&A', 'q-and-a'],
  ['$λ$-GRPO', 'lambda-grpo'],
  ['René Müller-Łukasz', 'rene-muller-lukasz'],
  ["O’Brien's", 'obriens'],
  ['Ødegård Æ ß', 'odegard-ae-ss'],
  ['(IA)³', 'ia-3'],
])('%s is %s in an address', (name, slug) => {
  expect(toSlug(name)).toBe(slug)
})

test('letters without an ASCII form, and names too long for an address, are told apart by a hash', () => {
  expect(toSlug('架构')).toMatch(/^[0-9a-f]{8}$/)
  expect(toSlug('混合架构')).not.toBe(toSlug('架构'))
  expect(toSlug('BERT 模型')).toMatch(/^bert-[0-9a-f]{8}$/)
  expect(toSlug('a'.repeat(81))).toMatch(/^a{80}-[0-9a-f]{8}$/)
  expect(toSlug('?')).toMatch(/^[0-9a-f]{8}$/)
})

test('any name gives an address of its own kind, the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(toSlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(toSlug(name)).toBe(toSlug(name))
    }),
  )
})

test('slugs asked for twice are numbered in order, past those that are taken', () => {
  const toUnique = makeSlugsUnique()
  expect(['c', 'c-2', 'c', 'c', 'd'].map(toUnique)).toEqual(['c', 'c-2', 'c-2-2', 'c-3', 'd'])
})

test('unique slugs are unique, in any order of asking', () => {
  const slug = fc.constantFrom('a', 'a-2', 'a-2-2', 'a-3', 'b')
  fc.assert(
    fc.property(fc.array(slug), (slugs) => {
      const unique = slugs.map(makeSlugsUnique())
      expect(new Set(unique).size).toBe(slugs.length)
    }),
  )
})
