import type { Appearance } from './archive.ts'
import type { ReportOf } from './diagnostics.ts'
import { toPaperKey } from './paper-key.ts'
import { quote } from './quote.ts'
import type { Digest, Paper } from './schema.ts'

/** A paper as it first appeared, with every appearance, the oldest first. */
export type PaperAppearances = {
  readonly key: string
  readonly paper: Paper
  readonly appearances: readonly [Appearance, ...Appearance[]]
}

/**
 * Every paper once, in the order of its first appearance, from digests in order of time. Each further
 * appearance is reported with the first.
 */
export function toPaperAppearances(oldestFirst: readonly Digest[], reportOf: ReportOf): PaperAppearances[] {
  const found = new Map<string, { paper: Paper; appearances: [Appearance, ...Appearance[]] }>()
  for (const digest of oldestFirst) {
    for (const [position, paper] of digest.papers.entries()) {
      const appearance = { slug: digest.slug, date: digest.date, position }
      const key = toPaperKey(paper)
      const known = found.get(key)
      if (known === undefined) {
        found.set(key, { paper, appearances: [appearance] })
        continue
      }
      known.appearances.push(appearance)
      reportSeenBefore(digest, paper, known.appearances[0], reportOf)
    }
  }
  return [...found].map(([key, { paper, appearances }]) => ({ key, paper, appearances }))
}

function reportSeenBefore(digest: Digest, paper: Paper, first: Appearance, reportOf: ReportOf): void {
  reportOf(digest.source.file)({
    code: 'paper-seen-before',
    line: paper.line,
    message: `Paper ${quote(paper.title)} was in ${quote(first.slug)} of ${first.date} already.`,
    hint: 'Nothing needs to be done: its page shows the first appearance and links this one.',
  })
}
