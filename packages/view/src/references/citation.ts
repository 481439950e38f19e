import { formatPerson } from './person.ts'
import type { Reference } from './reference.ts'

/** A reference in words, to paste into a text: every author, title, arXiv id and class, year and address. */
export function formatCitation({ authors, title, year, arxiv, venue, url }: Reference): string {
  const names = authors.map((person) => formatPerson(person, 'given first'))
  const id = arxiv && `arXiv:${arxiv.id}${arxiv.category ? ` [${arxiv.category}]` : ''}`
  const sentences = [
    joinNames(names),
    title,
    [id, venue, String(year)].filter(Boolean).join(', '),
    arxiv ? `https://doi.org/${arxiv.doi}` : url,
  ]
  return sentences.filter(Boolean).map(endSentence).join(' ')
}

function joinNames(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

/** A full stop after an address would become part of it. */
function endSentence(words: string): string {
  return /[.?!]$|^https?:/.test(words) ? words : `${words}.`
}
