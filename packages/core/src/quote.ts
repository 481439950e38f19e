/** An author's own words for a message: in backquotes, on one line, at most `longest` characters. */
export function quote(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``
}
