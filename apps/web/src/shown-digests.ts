import { paths } from '@broadsheet/view'
import { archive, href } from './publication.ts'

/** The digest, by slug, whose texts a page shows, by the page's address; other pages show none at length. */
export function listShownDigests(): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  for (const { slug } of archive.digests) shown.set(href(paths.digest(slug)), slug)
  for (const { key, appearances } of archive.papers.values()) {
    const [first] = appearances
    if (first !== undefined) shown.set(href(paths.paper(key)), first.slug)
  }
  return shown
}
