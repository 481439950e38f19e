import type { Archive } from './archive.ts'
import { leadingWords, type PaperVector, toPaperVectors } from './paper-vectors.ts'

/** Another paper about the same things; `score` is the cosine of their word vectors, above 0 and at most 1. */
export type SimilarPaper = { readonly key: string; readonly score: number }

/** How many papers each of a paper's weightiest words finds. */
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
  const search = { vectors, index: toIndex(vectors, size), query: new Float64Array(size) }
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

type Postings = { readonly papers: Int32Array; readonly weights: Float64Array }

const nothing: PaperVector & Postings = {
  words: new Int32Array(),
  papers: new Int32Array(),
  weights: new Float64Array(),
}

function toIndex(vectors: readonly PaperVector[], size: number): readonly Postings[] {
  const index = Array.from({ length: size }, (): { paper: number; weight: number }[] => [])
  for (const [paper, { words, weights }] of vectors.entries()) {
    const leading = Math.min(words.length, leadingWords)
    for (let place = 0; place < leading; place++)
      index[words[place] ?? 0]?.push({ paper, weight: weights[place] ?? 0 })
  }
  return index.map((found) => {
    if (found.length === 0) return nothing
    const best = found.sort((a, b) => b.weight - a.weight || a.paper - b.paper).slice(0, postings)
    return {
      papers: Int32Array.from(best, ({ paper }) => paper),
      weights: Float64Array.from(best, ({ weight }) => weight),
    }
  })
}

/** The papers that share most of a paper's weightiest words. `shared` holds zeros before and after. */
function findCandidates(paper: number, { vectors, index }: Search, shared: Float64Array): readonly number[] {
  const found: number[] = []
  const { words, weights } = vectors[paper] ?? nothing
  const leading = Math.min(words.length, leadingWords)
  for (let place = 0; place < leading; place++) {
    const { papers, weights: others } = index[words[place] ?? 0] ?? nothing
    const weight = weights[place] ?? 0
    for (let at = 0; at < papers.length; at++) {
      const other = papers[at] ?? 0
      const before = shared[other] ?? 0
      if (before === 0) found.push(other)
      shared[other] = before + weight * (others[at] ?? 0)
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
  const { words, weights } = vectors[paper] ?? nothing
  for (let at = 0; at < words.length; at++) query[words[at] ?? 0] = weights[at] ?? 0
  const scored = candidates.map((other) => ({
    other,
    score: Math.min(multiply(query, vectors[other] ?? nothing), 1),
  }))
  for (let at = 0; at < words.length; at++) query[words[at] ?? 0] = 0
  return scored.filter(({ score }) => score >= minimumScore)
}

function multiply(query: Float64Array, { words, weights }: PaperVector): number {
  let sum = 0
  for (let at = 0; at < words.length; at++) sum += (query[words[at] ?? 0] ?? 0) * (weights[at] ?? 0)
  return sum
}
