import { type FeedLink, hasPage, paths } from '@broadsheet/view'
import { feeds } from './feeds.ts'
import { toListPages, toPageSegment } from './list-pages.ts'
import { archive, config } from './publication.ts'

/** A topic, an author or a category. `path` is one of `paths`, `count` the number of its papers. */
export type NameList = {
  readonly slug: string
  readonly name: string
  readonly path: string
  readonly count: number
  readonly feeds: readonly FeedLink[]
}

/** The same with its papers by key, newest first. */
type WholeNameList = NameList & { readonly papers: readonly string[] }

const feedsByList = new Map(feeds.map(({ list, formats }) => [list, formats]))

/** Those with enough papers for a page, most papers first. */
export const topics = [...archive.topics.values()]
  .filter((topic) => hasPage(topic, config))
  .map(({ slug, name, papers }) => toNameList(slug, name, paths.topic(slug), papers))

/** Those with enough papers for a page, most papers first. */
export const authors = [...archive.authors.values()]
  .filter((author) => hasPage(author, config))
  .map(({ slug, name, papers }) => toNameList(slug, name, paths.author(slug), papers))

export const categories = [...archive.categories.values()].map(({ id, papers }) => {
  const words = config.categories[id]
  return toNameList(id, words === undefined ? id : `${words} (${id})`, paths.category(id), papers)
})

/** The pages of an index of lists, five hundred names on each, as Astro asks for them. */
export function toIndexPaths(lists: readonly NameList[]) {
  return toListPages(lists, 500).map((page) => ({
    params: { page: toPageSegment(page.number) },
    props: { page },
  }))
}

/** The pages of lists, fifty papers on each, as Astro asks for them. */
export function toNamePaths(lists: readonly WholeNameList[]) {
  return lists.flatMap(({ papers, ...list }) =>
    toListPages(papers, 50).map((page) => ({
      params: { slug: list.slug, page: toPageSegment(page.number) },
      props: { list, page },
      cacheKey: JSON.stringify({ list, page }),
    })),
  )
}

function toNameList(slug: string, name: string, path: string, papers: readonly string[]): WholeNameList {
  return { slug, name, path, count: papers.length, papers, feeds: feedsByList.get(path) ?? [] }
}
