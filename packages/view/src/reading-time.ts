const wordsPerMinute = 230
const charactersPerMinute = 500

/** Minutes that texts take to read, at least one; scripts without spaces are counted by character. */
export function toReadingMinutes(texts: readonly string[]): number {
  let minutes = 0
  for (const text of texts) {
    const characters =
      text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
    const words = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    minutes += words / wordsPerMinute + characters / charactersPerMinute
  }
  return Math.max(1, Math.round(minutes))
}
