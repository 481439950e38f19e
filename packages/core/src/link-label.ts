import type { InlineState } from './markdown.ts'

const deepest = 16

/**
 * The place of the `]` that ends the words of a link beginning with the `[` at `start`, or -1. It is markdown-it's
 * `parseLinkLabel` with an end: brackets that stay open more than 16 deep are no link, so that a text full of them takes
 * time in proportion to its length. CommonMark lets a parser limit nesting.
 */
export function findLabelEnd(state: InlineState, start: number, disableNested?: boolean): number {
  const before = state.pos
  state.pos = start + 1
  const end = scan(state, disableNested === true)
  state.pos = before
  return end
}

function scan(state: InlineState, disableNested: boolean): number {
  let depth = 1
  while (state.pos < state.posMax) {
    const at = state.pos
    const mark = state.src[at]
    if (mark === ']' && --depth === 0) return at
    state.md.inline.skipToken(state)
    if (mark !== '[') continue
    // What was passed over in one step was a bracket and no link.
    const isBracket = state.pos === at + 1
    if (isBracket ? ++depth > deepest : disableNested) return -1
  }
  return -1
}
