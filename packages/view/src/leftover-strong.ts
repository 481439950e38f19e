import type { Inline } from './block.ts'

type Delimiter = { readonly kind: 'delimiter' }

/**
 * Pairs the `**` that Markdown left as text because they touch punctuation (`**Strengths:**The`). One that
 * stays alone is dropped where it could only be markup; `2**3` is kept.
 */
export function pairLeftoverStrong(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some((inline) => inline.kind === 'text' && inline.text.includes('**'))) return inlines
  const pieces = inlines.flatMap<Inline | Delimiter>((inline) =>
    inline.kind === 'text' ? split(inline.text) : [inline],
  )
  const result: Inline[] = []
  let open: number | undefined
  for (const piece of pieces) {
    if (piece.kind !== 'delimiter') result.push(piece)
    else if (open === undefined) open = result.length
    else {
      const children = result.splice(open)
      if (children.length > 0) result.push({ kind: 'strong', children })
      open = undefined
    }
  }
  return result
}

function split(text: string): readonly (Inline | Delimiter)[] {
  const pieces: (Inline | Delimiter)[] = []
  let from = 0
  for (const match of text.matchAll(/\*{2,}/g)) {
    const before = text[match.index - 1] ?? ''
    const after = text[match.index + match[0].length] ?? ''
    if (isPower(before, after)) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push({ kind: 'delimiter' })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** `2**3`, `x ** 2`: an operator, not markup. */
function isPower(before: string, after: string): boolean {
  return (/\w/.test(before) && /\w/.test(after)) || (/\s/.test(before) && /\s/.test(after))
}
