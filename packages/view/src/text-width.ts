const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u

const graphemes = new Intl.Segmenter('en')

/** How many columns a text takes in a terminal or a mail reader: Chinese and emoji take two, accents none. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment)
  return width
}

/** A text cut into the pieces that a line may end between: words, and single characters of wide scripts. */
export function splitBreakable(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [text]
  const pieces: string[][] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && isHeldBy(last, segment)) last.push(segment)
    else pieces.push([segment])
  }
  return pieces.map((piece) => piece.join(''))
}

/** Looks at the ends of a piece only: a word can be as long as its file. */
function isHeldBy(piece: readonly string[], grapheme: string): boolean {
  if (isClosing(grapheme)) return true
  const [first = '', last = ''] = [piece[0], piece.at(-1)]
  return !wide.test(first) && (!wide.test(grapheme) || isOpening(last))
}

function graphemeWidth(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/** Punctuation that no line may begin with. */
function isClosing(grapheme: string): boolean {
  return /^[\p{Pe}\p{Pf}\p{Po}]/u.test(grapheme)
}

function isOpening(grapheme: string): boolean {
  return /^[\p{Ps}\p{Pi}]/u.test(grapheme)
}
