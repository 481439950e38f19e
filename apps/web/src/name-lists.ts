import { type FeedLink, hasPage, type PaperView, paths } from '@broadsheet/view'
import { toListPages, toPageSegment } from './list-pages.ts'
import { archive, config, feeds, findPaper } from './publication.ts'

/** A topic, an author or a category with its papers, newest first. `path` is one of `paths`. */
export type NameList = {
  readonly slug: string
  readonly name: string
  readonly path: string
  readonly papers: readonly PaperView[]
  readonly feeds: readonly FeedLink[]
}

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
export function toNamePaths(lists: readonly NameList[]) {
  return lists.flatMap((list) =>
    toListPages(list.papers, 50).map((page) => ({
      params: { slug: list.slug, page: toPageSegment(page.number) },
      props: { list, page },
    })),
  )
}

function toNameList(slug: string, name: string, path: string, keys: readonly string[]): NameList {
  return { slug, name, path, papers: keys.map(findPaper), feeds: feedsByList.get(path) ?? [] }
}
