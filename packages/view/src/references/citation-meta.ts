import { formatPerson } from './person.ts'
import type { Reference } from './reference.ts'

/** One `<meta name content>` element. */
export type MetaElement = { readonly name: string; readonly content: string }

/**
 * The `citation_*` elements of a paper's page, by which Google Scholar indexes and Zotero saves it. The date is
 * the year alone, since Scholar wants a whole date or a year and arXiv's id tells the month.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function toCitationMeta(reference: Reference): readonly MetaElement[] {
  const { arxiv, abstract } = reference
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', reference.title],
    ...reference.authors.map((person) => ['citation_author', formatPerson(person, 'family first')] as const),
    ['citation_publication_date', String(reference.year)],
    ['citation_arxiv_id', arxiv?.id],
    ['citation_doi', arxiv?.doi],
    ['citation_pdf_url', arxiv?.pdf],
    ['citation_publisher', arxiv && 'arXiv'],
    ...reference.keywords.map((keyword) => ['citation_keywords', keyword] as const),
    ['citation_abstract', abstract],
  ]
  return fields.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}
