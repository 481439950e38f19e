import { formatPerson } from './person.ts'
import type { Reference } from './reference.ts'

/**
 * References as a `.ris` file: UTF-8, one field a line, lines end in CR LF. A preprint is `UNPB`, unpublished
 * work, which Zotero, EndNote and Mendeley take for what it is.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function renderRis(references: readonly Reference[], abstracts = true): string {
  return references.map((reference) => renderEntry(reference, abstracts)).join('\r\n')
}

function renderEntry(reference: Reference, abstracts: boolean): string {
  const { arxiv, venue } = reference
  const date = `${reference.year}/${String(reference.month).padStart(2, '0')}//`
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'UNPB'],
    ['ID', reference.key],
    ['TI', reference.title],
    ...reference.authors.map((person) => ['AU', formatPerson(person, 'family first')] as const),
    ['PY', String(reference.year)],
    ['DA', date],
    ['AB', abstracts ? reference.abstract : undefined],
    ...reference.keywords.map((keyword) => ['KW', keyword] as const),
    ['PB', arxiv && 'arXiv'],
    ['AN', arxiv && `arXiv:${arxiv.id}`],
    ['DO', arxiv?.doi],
    ['N1', venue],
    ['UR', reference.url],
    ['L1', arxiv?.pdf],
  ]
  return `${fields.map(renderField).join('')}ER  - \r\n`
}

function renderField([tag, value]: readonly [string, string | undefined]): string {
  const line = value?.replace(/\s+/g, ' ').trim()
  return line ? `${tag}  - ${line}\r\n` : ''
}
