import type { Person } from './person.ts'
import type { Reference } from './reference.ts'

/**
 * References as CSL-JSON, the items that citeproc, pandoc and Zotero read; `id` is the citation key. A preprint
 * is an `article` of the genre `preprint`, as Zotero writes it.
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export function renderCslJson(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(toCslItem), null, 2)}\n`
}

/** One CSL-JSON item; absent fields are left out. */
export function toCslItem(reference: Reference): object {
  const { arxiv, venue, abstract, keywords } = reference
  return {
    id: reference.key,
    type: 'article',
    genre: 'preprint',
    title: reference.title,
    author: reference.authors.map(toCslName),
    issued: { 'date-parts': [[reference.year, reference.month]] },
    ...(arxiv && { publisher: 'arXiv', number: `arXiv:${arxiv.id}`, DOI: arxiv.doi }),
    URL: reference.url,
    ...(abstract && { abstract }),
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    ...(venue && { note: venue }),
  }
}

function toCslName(person: Person): object {
  if ('literal' in person) return person
  const { family, given, particle, suffix } = person
  return { family, given, ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) }
}
