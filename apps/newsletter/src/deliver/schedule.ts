import { toInstant } from '@broadsheet/view'
import type { MailingPlan } from './seal.ts'

export type Publishing = {
  readonly timeZone: string
  readonly publishAt: string
  readonly expiresAfterHours: number
}

/** What may be mailed on a day: a digest on its date, a round-up on the Monday after its week. */
export type Candidate = Pick<MailingPlan, 'id' | 'kind' | 'slug' | 'source'> & { readonly date: string }

export type Due = { readonly plan: MailingPlan; readonly candidate: Candidate; readonly isMissed: boolean }

const hour = 3_600_000
const visibleFor = 72 * hour

/**
 * What is due at an instant. Its time is that of the zone's clocks on its date: a time that a change of clocks
 * skips comes right after it, one that happens twice counts once, and asking again gives the same mailing. What is
 * later than the window is missed: shown, never sent; after three days it is not even mentioned.
 */
export function listDue(candidates: readonly Candidate[], publishing: Publishing, now: number): Due[] {
  return candidates.flatMap((candidate) => {
    const { id, kind, slug, source, date } = candidate
    const at = Date.parse(toInstant(date, publishing.publishAt, publishing.timeZone))
    const expiresAt = at + publishing.expiresAfterHours * hour
    if (now < at || now > expiresAt + visibleFor) return []
    return [{ plan: { id, kind, slug, source, dueAt: at, expiresAt }, candidate, isMissed: now >= expiresAt }]
  })
}
