import type { FeedLink, PaperView } from '@broadsheet/view'

/** A topic, an author or a category with its papers, newest first. `path` is one of `paths`. */
export type NameList = {
  readonly slug: string
  readonly name: string
  readonly path: string
  readonly papers: readonly PaperView[]
  readonly feeds: readonly FeedLink[]
}

type Source = {
  readonly slug: string
  readonly name: string
  /** Paper keys. */
  readonly papers: readonly string[]
}

/** The lists that hold enough papers for a page, in the order given. */
export function toNameLists(
  sources: readonly Source[],
  pathOf: (slug: string) => string,
  minimumPapers: number,
  known: {
    readonly papers: ReadonlyMap<string, PaperView>
    readonly feeds: ReadonlyMap<string, readonly FeedLink[]>
  },
): readonly NameList[] {
  return sources
    .filter(({ papers }) => papers.length >= minimumPapers)
    .map(({ slug, name, papers }) => ({
      slug,
      name,
      path: pathOf(slug),
      papers: papers.flatMap((key) => known.papers.get(key) ?? []),
      feeds: known.feeds.get(pathOf(slug)) ?? [],
    }))
}
