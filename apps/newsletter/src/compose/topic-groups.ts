import type { PaperView } from '@broadsheet/view'

/** Papers of a week that have a topic in common; without a name they have none. */
export type TopicGroup = { readonly name?: string; readonly papers: readonly PaperView[] }

/**
 * Each paper once, as it came first, under the commonest of its topics that at least two papers share. The largest group comes
 * first, papers keep their order, and those that share no topic come last.
 */
export function groupByTopic(papers: readonly PaperView[]): readonly TopicGroup[] {
  const unique = [...Map.groupBy(papers, ({ key }) => key).values()].flatMap(([first]) => first ?? [])
  const counts = countTopics(unique)
  const groups = Map.groupBy(unique, (paper) => findCommonest(paper, counts))
  const named = [...groups].filter(([slug, members]) => slug !== undefined && members.length > 1)
  const alone = new Set(named.flatMap(([, members]) => members))
  const rest = unique.filter((paper) => !alone.has(paper))
  return [
    ...named
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([slug, members]) => ({ name: toName(slug, members), papers: members })),
    ...(rest.length === 0 ? [] : [{ papers: rest }]),
  ]
}

function countTopics(papers: readonly PaperView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { topics } of papers)
    for (const { slug } of topics) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  return counts
}

function findCommonest({ topics }: PaperView, counts: ReadonlyMap<string, number>): string | undefined {
  const shared = topics.filter(({ slug }) => (counts.get(slug) ?? 0) > 1)
  const most = Math.max(...shared.map(({ slug }) => counts.get(slug) ?? 0))
  return shared.find(({ slug }) => counts.get(slug) === most)?.slug
}

function toName(slug: string | undefined, papers: readonly PaperView[]): string {
  return papers[0]?.topics.find((topic) => topic.slug === slug)?.name ?? ''
}
