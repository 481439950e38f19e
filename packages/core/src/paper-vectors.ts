import type { PaperEntry } from './archive.ts'

/**
 * The words (by number) that a paper shares with others, and their weights; the `leadingWords` weightiest stand first,
 * in order. With the words it shares with no one, a vector's length is 1.
 */
export type PaperVector = { readonly words: Int32Array; readonly weights: Float64Array }

export const leadingWords = 20

/** How much a word counts by where it stands. */
const places = { title: 3, topics: 3, abstract: 1 } as const

/** TF-IDF vectors of papers over title, abstract and topics; `size` is the number of distinct words. */
export function toPaperVectors(entries: readonly PaperEntry[]): {
  readonly vectors: readonly PaperVector[]
  readonly size: number
} {
  const vocabulary: Vocabulary = { numbers: new Map(), spread: [], times: [] }
  const counts = entries.map((entry) => countWords(entry, vocabulary))
  const { spread } = vocabulary
  const rarity = Float64Array.from(spread, (papers) => Math.log(1 + entries.length / papers))
  return { vectors: counts.map((count) => toVector(count, spread, rarity)), size: spread.length }
}

/**
 * Numbers of words as they are written, so that those of both `metric` and `metrics` are one. By number: in how many
 * papers a word stands, and how often in the paper that is being read (zeros before and after).
 */
type Vocabulary = {
  readonly numbers: Map<string, number>
  readonly spread: number[]
  readonly times: number[]
}

type Count = { readonly words: Int32Array; readonly times: Int32Array }

function countWords({ paper, topics }: PaperEntry, vocabulary: Vocabulary): Count {
  const { spread, times } = vocabulary
  const found: number[] = []
  const count = (name: string, weight: number): void => {
    const word = toNumber(name, vocabulary)
    const before = times[word] ?? 0
    times[word] = before + weight
    if (before > 0) return
    found.push(word)
    spread[word] = (spread[word] ?? 0) + 1
  }
  for (const word of toWords(paper.title)) count(word, places.title)
  for (const topic of topics) count(`#${topic}`, places.topics)
  for (const word of toWords(paper.abstract?.markdown ?? '')) count(word, places.abstract)
  const counted = { words: Int32Array.from(found), times: Int32Array.from(found, (word) => times[word] ?? 0) }
  for (const word of found) times[word] = 0
  return counted
}

function toNumber(name: string, { numbers, spread, times }: Vocabulary): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const singular = withoutPlural(name)
  const number = numbers.get(singular) ?? spread.length
  if (number === spread.length) {
    spread.push(0)
    times.push(0)
  }
  numbers.set(singular, number)
  numbers.set(name, number)
  return number
}

/** Words of three letters and more in lower case, TeX commands aside. */
function toWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\\[a-z]+|[\p{L}\p{N}]{3,}/gu) ?? []
  return text.includes('\\') ? words.filter((word) => !word.startsWith('\\')) : words
}

function withoutPlural(word: string): string {
  const isPlural = word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.startsWith('#')
  return isPlural ? word.slice(0, -1) : word
}

function toVector({ words, times }: Count, spread: readonly number[], rarity: Float64Array): PaperVector {
  const weighted = { words: new Int32Array(words.length), weights: new Float64Array(words.length) }
  let kept = 0
  let square = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0
    const weight = (1 + Math.log(times[at] ?? 1)) * (rarity[word] ?? 0)
    square += weight * weight
    if ((spread[word] ?? 0) < 2) continue
    weighted.words[kept] = word
    weighted.weights[kept] = weight
    kept++
  }
  const vector = { words: weighted.words.slice(0, kept), weights: weighted.weights.slice(0, kept) }
  const length = Math.sqrt(square)
  for (let at = 0; at < kept; at++) vector.weights[at] = (vector.weights[at] ?? 0) / length
  sortLeading(vector)
  return vector
}

/** Puts the weightiest words first, of equals the one that was numbered first; the others stay in any order. */
function sortLeading({ words, weights }: PaperVector): void {
  for (let place = 0; place < Math.min(leadingWords, words.length); place++) {
    let best = place
    for (let at = place + 1; at < words.length; at++) {
      const more = (weights[at] ?? 0) - (weights[best] ?? 0)
      if (more > 0 || (more === 0 && (words[at] ?? 0) < (words[best] ?? 0))) best = at
    }
    swap(words, place, best)
    swap(weights, place, best)
  }
}

function swap(values: Int32Array | Float64Array, a: number, b: number): void {
  const value = values[a] ?? 0
  values[a] = values[b] ?? 0
  values[b] = value
}
