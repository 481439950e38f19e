import type { PaperEntry } from './archive.ts'

/**
 * The words (by number, weightiest first) that a paper shares with others, and their weights. With the words
 * it shares with no one, a vector's length is 1.
 */
export type PaperVector = { readonly words: Uint32Array; readonly weights: Float64Array }

/** How much a word counts by where it stands. */
const places = { title: 3, topics: 3, abstract: 1 } as const

/** TF-IDF vectors of papers over title, abstract and topics; `size` is the number of distinct words. */
export function toPaperVectors(entries: readonly PaperEntry[]): {
  readonly vectors: readonly PaperVector[]
  readonly size: number
} {
  const numbers = new Map<string, number>()
  const spread: number[] = []
  const counts = entries.map((entry) => {
    const count = new Map<number, number>()
    for (const { names, weight } of readPlaces(entry)) {
      for (const name of names) {
        const word = numbers.get(name) ?? numbers.size
        if (word === numbers.size) numbers.set(name, word)
        const times = count.get(word) ?? 0
        if (times === 0) spread[word] = (spread[word] ?? 0) + 1
        count.set(word, times + weight)
      }
    }
    return count
  })
  return { vectors: counts.map((count) => toVector(count, spread, entries.length)), size: numbers.size }
}

function readPlaces({ paper, topics }: PaperEntry): readonly { names: readonly string[]; weight: number }[] {
  return [
    { names: toWords(paper.title), weight: places.title },
    { names: topics.map((topic) => `#${topic}`), weight: places.topics },
    { names: toWords(paper.abstract?.markdown ?? ''), weight: places.abstract },
  ]
}

/** Words of three letters and more in lower case, TeX commands and a plural's `s` aside. */
function toWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\\[a-z]+|[\p{L}\p{N}]{3,}/gu) ?? []
  return words.filter((word) => !word.startsWith('\\')).map(withoutPlural)
}

function withoutPlural(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function toVector(count: ReadonlyMap<number, number>, spread: readonly number[], total: number): PaperVector {
  const weighted = [...count].map(([word, times]) => ({
    word,
    weight: (1 + Math.log(times)) * Math.log(1 + total / (spread[word] ?? 1)),
  }))
  const length = Math.hypot(...weighted.map(({ weight }) => weight))
  const kept = weighted
    .filter(({ word }) => (spread[word] ?? 0) > 1)
    .sort((a, b) => b.weight - a.weight || a.word - b.word)
  return {
    words: Uint32Array.from(kept, ({ word }) => word),
    weights: Float64Array.from(kept, ({ weight }) => weight / length),
  }
}
