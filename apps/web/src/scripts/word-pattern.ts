/**
 * Finds the words of a query where they stand in a text, at the beginning of a word and in any case; the found
 * part is the first group. Undefined when there is nothing to look for.
 */
export function toWordPattern(query: string): RegExp | undefined {
  const words = query.match(/[\p{L}\p{N}]{2,}/gu)
  if (words === null) return undefined
  const longestFirst = words.toSorted((one, other) => other.length - one.length)
  return new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})`, 'giu')
}
