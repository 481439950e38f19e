import { paths } from '@broadsheet/view'
import { archive } from '../publication.ts'
import { listPages, type Page } from './render-page.ts'

/**
 * Pages that are made together. `inputs` is what they are made from beside what they read while they are made; without
 * it they are made in every build.
 */
export type PageGroup = {
  readonly name: string
  readonly inputs: string | undefined
  readonly pages: readonly Page[]
}

/**
 * All pages in groups: the page of a digest and those of the papers that it chose first are one, since they show the
 * same texts; every other page is alone. The same publication gives the same groups in the same order.
 */
export async function listPageGroups(): Promise<readonly PageGroup[]> {
  const shown = listShownDigests()
  const groups = Map.groupBy(await listPages(), ({ path }) => shown.get(path) ?? path)
  return [...groups].map(([name, pages]) => ({
    name,
    inputs: toInputs(pages.map(({ cacheKey }) => cacheKey)),
    pages,
  }))
}

/** The digest, by the path of its page, whose texts a page shows, by the path of that page. */
function listShownDigests(): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  for (const { slug } of archive.digests) shown.set(paths.digest(slug), paths.digest(slug))
  for (const { key, appearances } of archive.papers.values()) {
    const [first] = appearances
    if (first !== undefined) shown.set(paths.paper(key), paths.digest(first.slug))
  }
  return shown
}

function toInputs(keys: readonly (string | undefined)[]): string | undefined {
  const known = keys.flatMap((key) => key ?? [])
  return known.length === keys.length ? known.join('\n') : undefined
}
