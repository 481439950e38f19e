import type { Person } from './person.ts'
import type { Reference } from './reference.ts'

/**
 * References as CSL-JSON, the items that citeproc, pandoc and Zotero read, one a line; `id` is the citation key.
 * A preprint is an `article` of the genre `preprint`, as Zotero writes it.
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export function renderCslJson(references: readonly Reference[], abstracts = true): string {
  const items = references.map((reference) => JSON.stringify(toCslItem(reference, abstracts)))
  return `[\n${items.join(',\n')}\n]\n`
}

function toCslItem(reference: Reference, abstracts: boolean): object {
  const { arxiv, venue, keywords } = reference
  const abstract = abstracts ? reference.abstract : ''
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
