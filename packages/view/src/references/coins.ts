import { formatPerson, type Person } from './person.ts'
import type { Reference } from './reference.ts'

/**
 * The `title` of a COinS element, `<span class="Z3988" title="…">`, before HTML escaping: an OpenURL context
 * object in Dublin Core, since OpenURL has no format for preprints; Zotero reads its own item type from
 * `rft.type`. @see https://www.niso.org/publications/z3988-2004-r2010
 */
export function toCoins(reference: Reference): string {
  const { arxiv, authors, year, month } = reference
  const fields: readonly (readonly [string, string])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'preprint'],
    ['rft.title', reference.title],
    ...authors.map(toAuthorField),
    ['rft.date', `${year}-${String(month).padStart(2, '0')}`],
    ...(arxiv
      ? ([
          ['rft.publisher', 'arXiv'],
          ['rft_id', `info:doi/${arxiv.doi}`],
        ] as const)
      : []),
    ['rft.identifier', reference.url],
  ]
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

/** Zotero moves every `aucorp` to the front of the authors, so only a first one is named so. */
function toAuthorField(person: Person, index: number): readonly [string, string] {
  const isFirstGroup = 'literal' in person && index === 0
  return [isFirstGroup ? 'rft.aucorp' : 'rft.au', formatPerson(person, 'family first')]
}
