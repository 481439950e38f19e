/**
 * An author's own words for a message: in backquotes, on one line, cut after `length` characters (never
 * inside one). Backquotes inside become apostrophes.
 */
export function quote(text: string, length = 60): string {
  const line = text.trim().replace(/\s+/g, ' ').replaceAll('`', "'")
  if (line.length <= length) return `\`${line}\``
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  return `\`${cut}…\``
}
