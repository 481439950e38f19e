import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Archive, PaperEntry } from './archive.ts'
import { leadingWords, toPaperVectors } from './paper-vectors.ts'
import { toSimilarPapers } from './similar-papers.ts'

function toEntry(key: string, title: string, abstract = '', topics: readonly string[] = []): PaperEntry {
  const paper = {
    title,
    authors: [],
    keywords: [],
    ...(abstract && { abstract: { markdown: abstract, line: 1 } }),
    pleasantries: {},
    labels: [],
    sections: [],
    line: 1,
  }
  return { key, paper, appearances: [], topics, authors: [] }
}

function toArchive(entries: readonly PaperEntry[]): Archive {
  return {
    digests: [],
    bySlug: new Map(),
    paperKeys: new Map(),
    papers: new Map(entries.map((entry) => [entry.key, entry])),
    topics: new Map(),
    authors: new Map(),
    categories: new Map(),
    neighbours: new Map(),
    months: [],
    days: [],
  }
}

const keysOf = (entries: readonly PaperEntry[], key: string, limit?: number) =>
  toSimilarPapers(toArchive(entries), limit)
    .get(key)
    ?.map((paper) => paper.key)

test('finds the paper about the same thing first, and not what has nothing to do with it', () => {
  const entries = [
    toEntry('a', 'Routing tokens among experts', 'A router sends tokens to experts.', ['moe']),
    toEntry('b', 'How experts are chosen', 'Tokens reach their expert through a router.', ['moe']),
    toEntry('c', 'A recipe for bread', 'Flour, salt and patience.', ['baking']),
  ]
  expect(keysOf(entries, 'a')).toEqual(['b'])
  expect(keysOf(entries, 'c')).toEqual([])
})

test('puts papers that are equally alike in the order of their keys, and no more than asked', () => {
  const entries = ['d', 'b', 'c', 'a'].map((key) => toEntry(key, 'The very same words'))
  expect(keysOf(entries, 'c')).toEqual(['a', 'b', 'd'])
  expect(keysOf(entries, 'c', 2)).toEqual(['a', 'b'])
})

test('an archive of one paper, or of none, has nothing alike', () => {
  expect(toSimilarPapers(toArchive([]))).toEqual(new Map())
  expect(keysOf([toEntry('a', 'Alone')], 'a')).toEqual([])
})

const words = fc.array(fc.constantFrom('router', 'expert', 'token', 'bread', 'salt', 'flour', 'metric'), {
  maxLength: 12,
})
const archives = fc
  .array(fc.tuple(words, words), { maxLength: 20 })
  .map((texts) =>
    texts.map(([title, abstract], index) => toEntry(`p${index}`, title.join(' '), abstract.join(' '))),
  )

test('gives the cosine of every pair, whichever of the two asks and in whatever order they stand', () => {
  fc.assert(
    fc.property(archives, (entries) => {
      const similar = toSimilarPapers(toArchive(entries), 100)
      const turned = toSimilarPapers(toArchive([...entries].reverse()), 100)
      for (const [key, papers] of similar) {
        for (const other of papers) {
          const back = similar.get(other.key)?.find((paper) => paper.key === key)
          expect(back?.score).toBeCloseTo(other.score, 9)
        }
        expect(new Set(turned.get(key)?.map((paper) => paper.key))).toEqual(
          new Set(papers.map((paper) => paper.key)),
        )
      }
    }),
  )
})

test('a vector with words of its own is no longer than 1, and its weightiest words stand first', () => {
  fc.assert(
    fc.property(archives, (entries) => {
      for (const { weights } of toPaperVectors(entries).vectors) {
        expect(Math.hypot(...weights)).toBeLessThanOrEqual(1 + 1e-9)
        const heaviest = [...weights].sort((a, b) => b - a).slice(0, leadingWords)
        expect([...weights.subarray(0, leadingWords)]).toEqual(heaviest)
      }
    }),
  )
})
