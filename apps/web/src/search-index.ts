import { type DigestView, escapeHtml, type PaperView } from '@broadsheet/view'
import { close, createIndex } from 'pagefind'

/** One file of the search index, by its path below `/pagefind/`. */
export type SearchFile = { readonly path: string; readonly content: Uint8Array<ArrayBuffer> }

// Pagefind also offers ready-made interfaces; ours is its own.
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.+\.(pagefind|pf_meta|pf_index|pf_fragment|pf_filter))$/

/**
 * Every file that a browser needs to search papers and digests: titles, authors, topics, TL;DR and abstracts.
 * @see https://pagefind.app/docs/node-api/
 */
export async function buildSearchIndex(
  papers: readonly PaperView[],
  digests: readonly DigestView[],
  language: string,
): Promise<readonly SearchFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language.split('-')[0] ?? language })
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  const categories = new Map(digests.map(({ slug, category }) => [slug, category?.name]))
  for (const paper of papers) {
    const lines = toPaperLines(paper, categories.get(paper.digest.slug))
    await index.addHTMLFile({ url: paper.href, content: toHtml(language, paper.title.text, lines) })
  }
  for (const digest of digests) {
    await index.addHTMLFile({
      url: digest.href,
      content: toHtml(language, digest.title, toDigestLines(digest)),
    })
  }
  const { files } = await index.getFiles()
  await close()
  return files
    .filter(({ path }) => needed.test(path))
    .map(({ path, content }) => ({ path, content: new Uint8Array(content) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

function toPaperLines(paper: PaperView, category: string | undefined): readonly string[] {
  return [
    ...toFilters('Papers', paper.digest.date, category),
    ...paper.topics.filter(({ href }) => href !== undefined).map(({ name }) => filter('topic', name)),
    meta('authors', paper.authorWords),
    meta('date', paper.digest.dateWords),
    meta('excerpt', paper.excerpt),
    weighted(4, paper.authors.map(({ name }) => name).join(', ')),
    weighted(5, paper.topics.map(({ name }) => name).join(', ')),
    weighted(2, paper.arxiv?.id ?? ''),
    weighted(1, paper.comments?.line.text ?? ''),
    weighted(1, paper.abstract?.text ?? ''),
  ]
}

function toDigestLines(digest: DigestView): readonly string[] {
  return [
    ...toFilters('Digests', digest.date, digest.category?.name),
    meta('date', digest.dateWords),
    meta('excerpt', digest.excerpt),
    weighted(1, digest.overview?.text ?? ''),
    weighted(1, digest.tldr?.text ?? ''),
  ]
}

function toFilters(kind: string, date: string, category: string | undefined): readonly string[] {
  const facets = [filter('kind', kind), filter('year', date.slice(0, 4))]
  return category === undefined ? facets : [...facets, filter('category', category)]
}

function toHtml(language: string, title: string, lines: readonly string[]): string {
  return `<html lang="${escapeHtml(language)}"><body><h1>${escapeHtml(title)}</h1>${lines.join('')}</body></html>`
}

function filter(name: string, value: string): string {
  return `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`
}

function meta(name: string, value: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`
}

function weighted(weight: number, text: string): string {
  return text === '' ? '' : `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>`
}
