/** Where each line of a text begins; a line feed at the end is followed by an empty line. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** A text that can be cut at its lines, which count from 0. */
type Lines = { readonly text: string; readonly lineStarts: readonly number[] }

/**
 * The lines `from` to `to` (exclusive) without the last one's line feed. It is a part of the text itself, so that
 * memory holds each of its characters once.
 */
export function sliceLines({ text, lineStarts }: Lines, from: number, to: number): string {
  const end = lineStarts[to]
  return from >= to ? '' : text.slice(lineStarts[from], end === undefined ? text.length : end - 1)
}
