import { compareText } from './compare-text.ts'
import { foldAccents } from './fold-accents.ts'
import { makeSlugsUnique, toSlug } from './slug.ts'

/** A name as one paper spells it; names with the same `key` are one thing. */
export type Mention = { readonly key: string; readonly spelling: string; readonly paper: string }

/** One thing that papers name: how it is shown, every spelling with the commonest first, and the papers. */
export type Named = {
  readonly slug: string
  readonly name: string
  readonly spellings: readonly string[]
  readonly papers: readonly string[]
}

/** Named things by slug, most papers first, then by name; and the slugs that each paper names, in its order. */
export type NameIndex = {
  readonly bySlug: ReadonlyMap<string, Named>
  readonly ofPaper: ReadonlyMap<string, readonly string[]>
}

/** `ranks`: each paper's place in lists; `names`: fixed names by key; `shorten`: what addresses leave out. */
export type NameIndexOptions = {
  readonly ranks: ReadonlyMap<string, number>
  readonly names?: ReadonlyMap<string, string>
  readonly shorten?: (spelling: string) => string
}

/**
 * An index over mentions in order of time. A name is its commonest spelling, the first seen among equals,
 * unless it is fixed. A slug is made of the first spelling ever, so that nothing published later changes it.
 */
export function toNameIndex(mentions: readonly Mention[], options: NameIndexOptions): NameIndex {
  const { ranks, names, shorten = (spelling) => spelling } = options
  const toUnique = makeSlugsUnique()
  const slugs = new Map<string, string>()
  const found = groupMentions(mentions).map(({ key, counts, papers }): Named => {
    const [first = key] = counts.keys()
    const spellings = [...counts].sort(([, a], [, b]) => b - a).map(([spelling]) => spelling)
    const fixed = names?.get(key)
    const slug = toUnique(toSlug(shorten(fixed ?? first)))
    slugs.set(key, slug)
    const newestFirst = [...papers].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
    return { slug, name: fixed ?? spellings[0] ?? first, spellings, papers: newestFirst }
  })
  const bySlug = new Map(sortNamed(found).map((named) => [named.slug, named]))
  return { bySlug, ofPaper: listByPaper(mentions, slugs) }
}

type Group = { readonly key: string; readonly counts: Map<string, number>; readonly papers: Set<string> }

function groupMentions(mentions: readonly Mention[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { key, spelling, paper } of mentions) {
    const group = groups.get(key) ?? { key, counts: new Map(), papers: new Set() }
    groups.set(key, group)
    group.counts.set(spelling, (group.counts.get(spelling) ?? 0) + 1)
    group.papers.add(paper)
  }
  return [...groups.values()]
}

function sortNamed(found: readonly Named[]): Named[] {
  return found
    .map((named) => ({ named, count: named.papers.length, name: foldAccents(named.name) }))
    .sort(
      (a, b) => b.count - a.count || compareText(a.name, b.name) || compareText(a.named.slug, b.named.slug),
    )
    .map(({ named }) => named)
}

function listByPaper(
  mentions: readonly Mention[],
  slugs: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const { key, paper } of mentions) {
    const named = found.get(paper) ?? new Set()
    found.set(paper, named.add(slugs.get(key) ?? key))
  }
  return new Map([...found].map(([paper, named]) => [paper, [...named]]))
}
