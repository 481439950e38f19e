import { createHash } from 'node:crypto'
import { type DigestView, type Publication, readPublication } from '@broadsheet/view'
import { type CompiledDigest, compileDigest } from '../compose/compile-digest.ts'
import { type CompiledWeek, compileWeek } from '../compose/compile-week.ts'
import { toCorrections } from '../compose/correction.ts'
import { toDailyContent } from '../compose/daily-content.ts'
import { toDigestMessage } from '../compose/digest-message.ts'
import type { MailContext } from '../compose/mail-content.ts'
import { readyMailContext } from '../compose/mail-context.ts'
import { toMailViews } from '../compose/mail-views.ts'
import { toWeeks, type Week } from '../compose/week.ts'
import { toWeeklyContent } from '../compose/weekly-content.ts'
import type { Candidate } from '../deliver/schedule.ts'
import type { Compose } from '../deliver/seal.ts'
import { parsePreference } from '../subscribers/preferences.ts'

/** A mailing that can be sealed: what it is of, and how to write it for a preference. */
export type Mailing = Candidate & { readonly title: string; readonly compose: Compose }

/** Every mailing that the archive has words for, newest first. Nothing is rendered before it is asked for. */
export async function readMailings(): Promise<{
  readonly publication: Publication
  readonly mailings: readonly Mailing[]
}> {
  const publication = await readPublication()
  const context = await readyMailContext(publication.config)
  const views = toMailViews(publication)
  const mailings = [
    ...views.map((view) => toDaily(context, publication, view, views)),
    ...toWeeks(views).map((week) => toWeekly(context, publication, week)),
  ]
  return { publication, mailings }
}

function toDaily(
  context: MailContext,
  publication: Publication,
  view: DigestView,
  views: readonly DigestView[],
): Mailing {
  let compiled: CompiledDigest | undefined
  const corrections = () => toCorrections(view, views.toReversed())
  return {
    id: `${view.slug}/daily`,
    kind: 'daily',
    slug: view.slug,
    source: hashDigests(publication, [view]),
    date: view.date,
    title: view.title,
    compose: (text) => {
      compiled ??= compileDigest(context, view)
      const preference = parsePreference(text)
      const content = toDailyContent(context, compiled, {
        corrections: corrections(),
        ...(preference && { preference }),
      })
      return content && toDigestMessage(context, content).message
    },
  }
}

function toWeekly(context: MailContext, publication: Publication, week: Week): Mailing {
  let compiled: CompiledWeek | undefined
  return {
    id: `${week.id}/weekly`,
    kind: 'weekly',
    slug: week.id,
    source: hashDigests(publication, week.digests),
    date: toMondayAfter(week.digests[0]?.date ?? ''),
    title: `The week ${week.id}`,
    compose: (text) => {
      compiled ??= compileWeek(context, week)
      const content = toWeeklyContent(context, compiled, parsePreference(text))
      return content && toDigestMessage(context, content).message
    },
  }
}

/** Tells a digest that was edited after its mail was sealed. */
function hashDigests({ archive }: Publication, views: readonly DigestView[]): string {
  const digests = views.map(({ slug }) => archive.bySlug.get(slug))
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex')
}

function toMondayAfter(date: string): string {
  const instant = Date.parse(date)
  const weekday = (new Date(instant).getUTCDay() + 6) % 7
  return new Date(instant + (7 - weekday) * 86_400_000).toISOString().slice(0, 10)
}
