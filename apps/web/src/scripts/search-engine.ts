import type { Facet, SearchQuery } from './search-query.ts'

/** One thing found: a paper or a digest, with the beginning of its text. */
export type Found = {
  readonly href: string
  readonly title: string
  readonly authors: string | undefined
  readonly date: string | undefined
  readonly passage: string
}

/** How many things of each value of a facet are left with the query. */
export type FacetCounts = Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>>

export type Answer = {
  readonly count: number
  readonly facets: FacetCounts
  readonly load: (from: number, to: number) => Promise<readonly Found[]>
}

export type SearchEngine = { readonly search: (query: SearchQuery) => Promise<Answer> }

/** The part of Pagefind's interface that is used here. See https://pagefind.app/docs/api/ */
type Pagefind = {
  readonly options: (options: { readonly baseUrl: string }) => Promise<void>
  readonly filters: () => Promise<FacetCounts>
  readonly search: (
    words: string | null,
    options: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly PagefindResult[]; readonly filters: FacetCounts }>
}

type PagefindResult = {
  readonly data: () => Promise<{
    readonly url: string
    readonly meta: Readonly<Record<string, string>>
  }>
}

/** Loads Pagefind from `address`; nothing of it is asked for before. */
export async function loadSearchEngine(address: string): Promise<SearchEngine> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  await pagefind.options({ baseUrl: '/' })
  const all = await pagefind.filters()
  return {
    search: async ({ words, chosen }) => {
      const isEmpty = words === '' && Object.keys(chosen).length === 0
      if (isEmpty) return { count: 0, facets: all, load: async () => [] }
      const { results, filters } = await pagefind.search(words === '' ? null : words, {
        filters: { ...chosen },
      })
      return {
        count: results.length,
        facets: filters,
        load: (from, to) => loadFound(results.slice(from, to)),
      }
    },
  }
}

async function loadFound(results: readonly PagefindResult[]): Promise<readonly Found[]> {
  const data = await Promise.all(results.map((result) => result.data()))
  return data.map(({ url, meta }) => ({
    href: url,
    title: meta.title ?? url,
    authors: meta.authors,
    date: meta.date,
    passage: meta.excerpt ?? '',
  }))
}
