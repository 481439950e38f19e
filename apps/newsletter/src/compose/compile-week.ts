import type { DigestView, PaperView } from '@broadsheet/view'
import type { MailContext, PaperGroup } from './mail-content.ts'
import { toPaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { groupByTopic } from './topic-groups.ts'
import type { Week } from './week.ts'

/** A week rendered once for all of its mails: every paper once, numbered through all groups. */
export type CompiledWeek = {
  readonly id: string
  readonly digests: readonly DigestView[]
  readonly groups: readonly PaperGroup[]
}

/** Renders every row that a round-up of the week can need. */
export function compileWeek({ template }: MailContext, { id, digests }: Week): CompiledWeek {
  const groups = groupByTopic(digests.flatMap((view) => view.papers))
  let number = 0
  const toRow = (paper: PaperView) => toPaperRow(template, paper, ++number)
  const toHeading = (name: string | undefined) => name ?? (groups.length === 1 ? 'The papers' : 'More papers')
  return {
    id,
    digests,
    groups: groups.map(({ name, papers }) => ({
      heading: withoutPlaceholders(toHeading(name)),
      papers: papers.map(toRow),
    })),
  }
}
