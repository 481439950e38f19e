import type { Archive } from './archive.ts'
import { type PaperVector, toPaperVectors } from './paper-vectors.ts'

/** Another paper about the same things; `score` is the cosine of their word vectors, above 0 and at most 1. */
export type SimilarPaper = { readonly key: string; readonly score: number }

/** How many of a paper's weightiest words look for others, and how many papers each of them finds. */
const searchWords = 20
const postings = 96
/** How many of the papers found are compared word by word. */
const compared = 48
const minimumScore = 0.05

/**
 * The `limit` papers most like each paper, most alike first, ties by key: TF-IDF cosine over title, abstract
 * and topics. Exact for some fifty papers; in a larger archive those are compared that share most of a paper's
 * weightiest words, so that time grows with the number of papers and not with its square.
 */
export function toSimilarPapers(archive: Archive, limit = 5): ReadonlyMap<string, readonly SimilarPaper[]> {
  const entries = [...archive.papers.values()]
  const { vectors, size } = toPaperVectors(entries)
  const search = { vectors, index: toIndex(vectors), query: new Float64Array(size) }
  const shared = new Float64Array(entries.length)
  return new Map(
    entries.map(({ key }, paper) => {
      const found = compare(paper, findCandidates(paper, search, shared), search)
      const named = found.map(({ other, score }) => ({ key: entries[other]?.key ?? '', score }))
      return [key, named.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, limit)]
    }),
  )
}

/** For each word the papers in which it weighs most; `query` is room for one paper's weights by word. */
type Search = {
  readonly vectors: readonly PaperVector[]
  readonly index: readonly Postings[]
  readonly query: Float64Array
}

type Postings = { readonly papers: Uint32Array; readonly weights: Float64Array }

function toIndex(vectors: readonly PaperVector[]): readonly Postings[] {
  const index: { paper: number; weight: number }[][] = []
  for (const [paper, { words, weights }] of vectors.entries()) {
    for (const [place, word] of words.subarray(0, searchWords).entries()) {
      const found = index[word] ?? []
      index[word] = found
      found.push({ paper, weight: weights[place] ?? 0 })
    }
  }
  return index.map((found) => {
    const best = found.sort((a, b) => b.weight - a.weight || a.paper - b.paper).slice(0, postings)
    return {
      papers: Uint32Array.from(best, ({ paper }) => paper),
      weights: Float64Array.from(best, ({ weight }) => weight),
    }
  })
}

/** The papers that share most of a paper's weightiest words. `shared` holds zeros before and after. */
function findCandidates(paper: number, { vectors, index }: Search, shared: Float64Array): readonly number[] {
  const found: number[] = []
  const { words = [], weights = [] } = vectors[paper] ?? {}
  for (const [place, word] of words.slice(0, searchWords).entries()) {
    const { papers = [], weights: others = [] } = index[word] ?? {}
    for (let at = 0; at < papers.length; at++) {
      const other = papers[at] ?? 0
      const before = shared[other] ?? 0
      if (before === 0) found.push(other)
      shared[other] = before + (weights[place] ?? 0) * (others[at] ?? 0)
    }
  }
  shared[paper] = 0
  const best = takeBest(found, shared)
  for (const other of found) shared[other] = 0
  return best.filter((other) => other !== paper)
}

/** The papers that share most, without sorting all; of equals the earlier found ones. */
function takeBest(found: readonly number[], shared: Float64Array): readonly number[] {
  const best: number[] = []
  for (const other of found) {
    const weight = shared[other] ?? 0
    let place = best.length
    while (place > 0 && (shared[best[place - 1] ?? 0] ?? 0) < weight) place--
    if (place >= compared) continue
    best.splice(place, 0, other)
    if (best.length > compared) best.pop()
  }
  return best
}

function compare(
  paper: number,
  candidates: readonly number[],
  { vectors, query }: Search,
): { other: number; score: number }[] {
  const { words = [], weights = [] } = vectors[paper] ?? {}
  for (let at = 0; at < words.length; at++) query[words[at] ?? 0] = weights[at] ?? 0
  const scored = candidates.map((other) => ({ other, score: Math.min(multiply(query, vectors[other]), 1) }))
  for (let at = 0; at < words.length; at++) query[words[at] ?? 0] = 0
  return scored.filter(({ score }) => score >= minimumScore)
}

function multiply(query: Float64Array, vector: PaperVector | undefined): number {
  const { words = [], weights = [] } = vector ?? {}
  let sum = 0
  for (let at = 0; at < words.length; at++) sum += (query[words[at] ?? 0] ?? 0) * (weights[at] ?? 0)
  return sum
}
