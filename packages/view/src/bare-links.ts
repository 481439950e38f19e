/** A piece of a text: words, or an address that its author wrote without link markup. */
export type TextPiece = { readonly text: string; readonly href?: string }

/** One character of an address. Letters of scripts written without spaces end it, and so do brackets of markup. */
export const addressCharacter = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}!#%&'()+,./:;=?@_~\-]`

const hosts = String.raw`(?:www\.|(?:github|gitlab|bitbucket)\.(?:com|org)/|huggingface\.co/|arxiv\.org/|doi\.org/|zenodo\.org/)`

const identifier = String.raw`(?<![\w./:@-])(?:arxiv:\s?)?\d{4}\.\d{4,5}(?:v\d+)?(?![\w-]|\.\w)`

const candidate = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{N}@/])(?:https?://|(?<![.\-])${hosts})${addressCharacter}+|${identifier}`,
  'giu',
)

/** A cheap test: a text without any of these signs holds no bare address. */
export function mayHaveLinks(text: string): boolean {
  return /www\.|\d{4}\.\d{4}/i.test(text) || (text.includes('/') && /:\/\/|\.(?:com|org|co)\//i.test(text))
}

/**
 * Cuts a text at its bare addresses. Punctuation and a closing parenthesis that belong to the sentence stay
 * outside. `arXiv:2510.14853` is an address; an id alone is one only when `isKnownId` knows its paper.
 */
export function splitBareLinks(text: string, isKnownId: (id: string) => boolean): readonly TextPiece[] {
  if (!mayHaveLinks(text)) return [{ text }]
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(candidate)) {
    const link = /^(?:arxiv:|\d)/i.test(match[0])
      ? toArxivPiece(match[0], isKnownId)
      : toAddressPiece(match[0])
    if (link === undefined) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push(link)
    from = match.index + link.text.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

function toArxivPiece(text: string, isKnownId: (id: string) => boolean): TextPiece | undefined {
  const id = text.replace(/^arxiv:\s?/i, '')
  if (id === text && !isKnownId(id.replace(/v\d+$/, ''))) return undefined
  return { text, href: `https://arxiv.org/abs/${id}` }
}

function toAddressPiece(match: string): TextPiece | undefined {
  const text = trimAddress(match)
  const href = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.parse(href)?.hostname.includes('.') ? { text, href } : undefined
}

/** Takes away what ends the sentence rather than the address. */
function trimAddress(address: string): string {
  let open = 0
  let end = 0
  for (const [index, character] of [...address].entries()) {
    if (character === '(') open++
    if (character === ')' && --open < 0) break
    if (!/[.,:;!?'"_~(]/.test(character)) end = index + 1
  }
  return [...address].slice(0, end).join('')
}
