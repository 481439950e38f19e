/**
 * Finds the words of a text that begin with a word of a query, in any case; the whole word is the first group. Undefined when there is nothing to look for.
 */
export function toWordPattern(query: string): RegExp | undefined {
  const words = query.match(/[\p{L}\p{N}]{2,}/gu)
  if (words === null) return undefined
  return new RegExp(`(?<![\\p{L}\\p{N}])((?:${words.join('|')})[\\p{L}\\p{N}]*)`, 'giu')
}
