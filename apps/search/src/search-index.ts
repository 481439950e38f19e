import { close, createIndex } from 'pagefind'
import type { SearchRecord } from './search-record.ts'

/** One file of the search index, by its path below `/pagefind/`. */
export type SearchFile = { readonly path: string; readonly content: Uint8Array }

// Pagefind also offers ready-made interfaces; the site has its own.
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.+\.(pagefind|pf_meta|pf_index|pf_fragment|pf_filter))$/

/** How many records are under way to Pagefind's own process at a time. */
const batch = 64

/**
 * Every file that a browser needs to search the records, sorted by path. `language` is a BCP 47 tag.
 * @see https://pagefind.app/docs/node-api/
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<readonly SearchFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language.split('-')[0] ?? language })
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  try {
    for (let from = 0; from < records.length; from += batch) {
      const some = records.slice(from, from + batch)
      await Promise.all(some.map(({ url, html }) => index.addHTMLFile({ url, content: html })))
    }
    const { files } = await index.getFiles()
    return files
      .filter(({ path }) => needed.test(path))
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
  } finally {
    await close()
  }
}
