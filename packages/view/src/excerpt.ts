/**
 * One plain-text paragraph of at most `limit` UTF-16 units, cut between words and ended with `…` when
 * something was left out. A single word longer than the limit is cut between its characters.
 */
export function toExcerpt(text: string, limit = 300): string {
  // An abstract is several times as long as its excerpt; `cutWord` looks 64 units beyond the limit.
  const start = toLine(text.slice(0, 2 * limit))
  const line = start.length < limit + 64 ? toLine(text) : start
  if (line.length <= limit) return line
  const head = line.slice(0, limit)
  const space = head.lastIndexOf(' ')
  const cut = space > 0 ? head.slice(0, space) : cutWord(line, limit - 1)
  return `${cut.replace(/[\s\p{Pd},;:(.]+$/u, '')}…`
}

function toLine(text: string): string {
  return text.replace(/[\s\u200b]+/gu, ' ').trim()
}

/** Cuts before the limit without splitting a character that a reader sees as one. */
function cutWord(word: string, limit: number): string {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter('en').segment(word.slice(0, limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return word.slice(0, end)
}
