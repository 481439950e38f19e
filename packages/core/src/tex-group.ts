/** The content of a group in braces that begins at `at`, and where the text goes on after it. */
export type Group = { readonly content: string; readonly end: number }

// Keep the time for a text full of braces that nobody closes in proportion to its length.
const longest = 4000
const deepest = 40

/**
 * Reads `{…}` with nested and escaped braces; undefined where none begins, none ends within 4000 characters or
 * more than 40 stand inside each other.
 */
export function readGroup(text: string, at: number): Group | undefined {
  return readBetween(text, at, '{', '}')
}

/** Reads `[…]` in the same way. */
export function readOptionGroup(text: string, at: number): Group | undefined {
  return readBetween(text, at, '[', ']')
}

function readBetween(text: string, at: number, open: string, close: string): Group | undefined {
  if (text[at] !== open) return undefined
  let depth = 0
  const last = Math.min(text.length, at + longest)
  for (let index = at; index < last; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === open && ++depth > deepest) return undefined
    else if (character === close && --depth === 0) {
      return { content: text.slice(at + 1, index), end: index + 1 }
    }
  }
  return undefined
}
