import { type NameIndex, toNameIndex } from './name-index.ts'
import type { PaperAppearances } from './paper-appearances.ts'
import { toTopicKey, withoutAbbreviation } from './topic-key.ts'

/**
 * The topics of papers in order of time: keywords with their variants merged. `aliases` lead from another
 * name to the name that is shown, and are matched as loosely as keywords are.
 */
export function toTopics(
  papers: readonly PaperAppearances[],
  ranks: ReadonlyMap<string, number>,
  aliases: Readonly<Record<string, string>>,
): NameIndex {
  const keys = new Map<string, string>()
  const targets = toTargets(aliases)
  const toKey = (keyword: string): string => {
    const key = keys.get(keyword) ?? followAlias(toTopicKey(keyword), targets)
    keys.set(keyword, key)
    return key
  }
  const mentions = papers.flatMap(({ key: paper, paper: { keywords } }) =>
    keywords.map((spelling) => ({ key: toKey(spelling), spelling, paper })).filter(({ key }) => key !== ''),
  )
  return toNameIndex(mentions, { ranks, names: toNames(aliases, targets), shorten: withoutAbbreviation })
}

function toTargets(aliases: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(aliases).map(([alias, name]) => [toTopicKey(alias), toTopicKey(name)] as const)
  return new Map(pairs.filter(([alias, target]) => alias !== target))
}

/** The end of a chain of aliases; one that goes round ends where it began. */
function followAlias(key: string, targets: ReadonlyMap<string, string>): string {
  const passed = new Set<string>()
  let end = key
  for (let next = targets.get(end); next !== undefined && !passed.has(next); next = targets.get(end)) {
    passed.add(next)
    end = next
  }
  return end
}

function toNames(
  aliases: Readonly<Record<string, string>>,
  targets: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = Object.values(aliases).map((name) => [toTopicKey(name), name] as const)
  return new Map(names.filter(([key]) => !targets.has(key)).toReversed())
}
