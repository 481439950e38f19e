/** The content of a group in braces that begins at `at`, and where the text goes on after it. */
export type Group = { readonly content: string; readonly end: number }

/** Reads `{…}` with nested and escaped braces; undefined where none begins or none ends. */
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
  for (let index = at; index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === open) depth++
    else if (character === close && --depth === 0) {
      return { content: text.slice(at + 1, index), end: index + 1 }
    }
  }
  return undefined
}
