import type { DigestView, NameView, PaperView } from '@broadsheet/view'

/**
 * What a reader asked for: slugs of topics and authors, and ids of arXiv categories. Categories choose among
 * digests; topics and authors choose among papers, either being enough. An empty list asks for everything.
 */
export type Preference = {
  readonly topics: readonly string[]
  readonly authors: readonly string[]
  readonly categories: readonly string[]
}

/** The keys of a digest's papers that a reader asked for, in order; undefined when nothing matches. */
export function selectPapers(view: DigestView, preference: Preference): ReadonlySet<string> | undefined {
  if (!isWantedCategory(view, preference)) return undefined
  const wanted = view.papers.filter((paper) => isWanted(paper, preference))
  const asksForPapers = preference.topics.length > 0 || preference.authors.length > 0
  return wanted.length === 0 && asksForPapers ? undefined : new Set(wanted.map(({ key }) => key))
}

/** The names of what was asked for and found, as the papers spell them. */
export function toWantedNames(papers: readonly PaperView[], preference: Preference): readonly string[] {
  const find = (names: readonly NameView[], slugs: readonly string[]) =>
    names.flatMap(({ name, slug }) => (slugs.includes(slug) ? [[slug, name] as const] : []))
  const topics = papers.flatMap((paper) => find(paper.topics, preference.topics))
  const authors = papers.flatMap((paper) => find(paper.authors, preference.authors))
  return [...new Map(topics).values(), ...new Map(authors).values()]
}

/** Whether a digest's category is asked for. */
export function isWantedCategory({ category }: DigestView, { categories }: Preference): boolean {
  return categories.length === 0 || (category !== undefined && categories.includes(category.id))
}

/** Whether a paper has a topic or an author that is asked for. */
export function isWanted(paper: PaperView, { topics, authors }: Preference): boolean {
  if (topics.length === 0 && authors.length === 0) return true
  return (
    paper.topics.some(({ slug }) => topics.includes(slug)) ||
    paper.authors.some(({ slug }) => authors.includes(slug))
  )
}
