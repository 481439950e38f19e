import { hang, type LinkNotes, type Prose, wrapText } from '@broadsheet/view'

/** Width of the text part: with a level of quoting it still fits an 80-column terminal. */
export const columns = 72

export const thickRule = '='.repeat(columns)
export const thinRule = '-'.repeat(columns)

/** Blocks of text with one empty line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n')
}

/** Words wrapped at 72 columns, hanging after `first`. */
export function wrapWords(words: string, first = ''): string {
  return hang(wrapText(words, columns - first.length), first)
}

/** A heading in capitals of its own line; letters without a capital form stay. */
export function toTextHeading(words: string): string {
  return wrapWords(words.toUpperCase())
}

/** A text whose links are numbered, with the addresses under it. */
export function toNumberedText(prose: Prose): string {
  const notes: LinkNotes = []
  const text = prose.numbered(notes, columns)
  return joinBlocks([text, toTextNotes(notes)])
}

/** Addresses by number, one a line: an address is never wrapped, or it would no longer be one. */
export function toTextNotes(notes: LinkNotes): string {
  return notes.map((href, index) => `[${index + 1}] ${href}`).join('\n')
}

/** What an address is for, and under it the address, which no mail reader then has to wrap. */
export function toAddressLines(label: string, href: string): string {
  return `${label}:\n  ${href}`
}
