/** The 1-based line and column, in UTF-16 code units, of an index into a text with LF line ends. */
export function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
