const wordsPerMinute = 230
const charactersPerMinute = 500

const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu
const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** Minutes that texts take to read, at least one; scripts without spaces are counted by character. */
export function toReadingMinutes(texts: readonly string[]): number {
  let minutes = 0
  for (const text of texts) {
    minutes += count(word, text) / wordsPerMinute + count(character, text) / charactersPerMinute
  }
  return Math.max(1, Math.round(minutes))
}

/** How often a pattern is found, without a list of what was found. */
function count(pattern: RegExp, text: string): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}
