/** The facets of the search, by their name in the address and in the index. */
export const facets = [
  { name: 'kind', label: 'Kind' },
  { name: 'topic', label: 'Topic' },
  { name: 'category', label: 'Category' },
  { name: 'year', label: 'Year' },
] as const

export type Facet = (typeof facets)[number]['name']

/** What is searched for; it is the whole state of the page, so an address can be shared. */
export type SearchQuery = { readonly words: string; readonly chosen: Partial<Record<Facet, string>> }

/** Reads `?q=words&topic=…`; what is missing or empty is not asked for. */
export function parseQuery(parameters: URLSearchParams): SearchQuery {
  const chosen: Partial<Record<Facet, string>> = {}
  for (const { name } of facets) {
    const value = parameters.get(name)
    if (value !== null && value !== '') chosen[name] = value
  }
  return { words: (parameters.get('q') ?? '').trim(), chosen }
}

/** Writes what `parseQuery` reads; an empty query is an empty text. */
export function formatQuery({ words, chosen }: SearchQuery): string {
  const parameters = new URLSearchParams(words === '' ? {} : { q: words })
  for (const { name } of facets) {
    const value = chosen[name]
    if (value !== undefined) parameters.set(name, value)
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
