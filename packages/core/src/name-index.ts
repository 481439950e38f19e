import { compareText } from './compare-text.ts'
import { foldAccents } from './fold-accents.ts'
import { makeSlugsUnique, toSlug } from './slug.ts'

/** A name as one paper spells it; names with the same `key` are one thing, and the spelling decides the key. */
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
 * An index over mentions in order of time, those of one paper together. A name is its commonest spelling, the first seen among equals,
 * unless it is fixed. A slug is made of the first spelling ever, so that nothing published later changes it.
 */
export function toNameIndex(mentions: readonly Mention[], options: NameIndexOptions): NameIndex {
  const { ranks, names, shorten = (spelling) => spelling } = options
  const toUnique = makeSlugsUnique()
  const slugs = new Map<string, string>()
  const { groups, times } = groupMentions(mentions)
  const found = groups.map(({ key, spellings, papers }): Named => {
    const [first = key] = spellings
    const commonest = sortBy(spellings, (spelling) => -(times.get(spelling) ?? 0))
    const fixed = names?.get(key)
    const slug = toUnique(toSlug(shorten(fixed ?? first)))
    slugs.set(key, slug)
    const newestFirst = sortBy(papers, (paper) => ranks.get(paper) ?? 0)
    return { slug, name: fixed ?? commonest[0] ?? first, spellings: commonest, papers: newestFirst }
  })
  const bySlug = new Map(sortNamed(found).map((named) => [named.slug, named]))
  return { bySlug, ofPaper: listByPaper(mentions, slugs) }
}

/** Most names have one spelling and one paper. */
function sortBy(names: readonly string[], rank: (name: string) => number): readonly string[] {
  return names.length < 2 ? names : names.toSorted((a, b) => rank(a) - rank(b))
}

/** What has one key, its spellings and papers in order of time. */
type Group = { readonly key: string; readonly spellings: string[]; readonly papers: string[] }

/** `times` says how often each spelling is written. */
function groupMentions(mentions: readonly Mention[]): {
  readonly groups: readonly Group[]
  readonly times: ReadonlyMap<string, number>
} {
  const groups = new Map<string, Group>()
  const times = new Map<string, number>()
  for (const { key, spelling, paper } of mentions) {
    const known = groups.get(key)
    const group = known ?? { key, spellings: [], papers: [] }
    if (known === undefined) groups.set(key, group)
    const before = times.get(spelling) ?? 0
    times.set(spelling, before + 1)
    if (before === 0) group.spellings.push(spelling)
    if (group.papers.at(-1) !== paper) group.papers.push(paper)
  }
  return { groups: [...groups.values()], times }
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
    const known = found.get(paper)
    const named = known ?? new Set()
    if (known === undefined) found.set(paper, named)
    named.add(slugs.get(key) ?? key)
  }
  return new Map([...found].map(([paper, named]) => [paper, [...named]]))
}
