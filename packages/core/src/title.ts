/** In UTF-16 units. No paper's title has half of it; a longer one is a heading that swallowed its text. */
export const longestTitle = 500

/** A title that is too long, cut between words and outside of math, with `…` at its end; any other as it is. */
export function cutTitle(title: string): string {
  if (title.length <= longestTitle) return title
  const head = title.slice(0, longestTitle - 1)
  const words = head.slice(0, endOfWords(head))
  const open = words.match(/(?<!\\)\$/g)?.length ?? 0
  const whole = open % 2 === 0 ? words : words.slice(0, words.lastIndexOf('$'))
  return `${whole.replace(/[\s\p{Pd},;:(\\]+$/u, '')}…`
}

function endOfWords(head: string): number {
  const space = head.lastIndexOf(' ')
  if (space > 0) return space
  return /[\ud800-\udbff]$/.test(head) ? head.length - 1 : head.length
}
