import { type DigestView, formatDate, paths, toExcerpt, toUrl } from '@broadsheet/view'
import type { CompiledWeek } from './compile-week.ts'
import { countPapers } from './count-papers.ts'
import type { MailContent, MailContext, PaperGroup, Piece } from './mail-content.ts'
import { type Markup, markup } from './markup.ts'
import type { PaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { toPiece } from './piece.ts'
import { isWanted, isWantedCategory, type Preference } from './preference.ts'
import { joinBlocks, toTextHeading, wrapWords } from './text-part.ts'

/**
 * The round-up of a week: what each day was about, then the papers of all its digests by topic, each once.
 * Narrowed to what a reader asked for like a daily digest; undefined when nothing is left to send.
 */
export function toWeeklyContent(
  context: MailContext,
  compiled: CompiledWeek,
  preference?: Preference,
): MailContent | undefined {
  const { id, digests, groups } = preference === undefined ? compiled : narrow(compiled, preference)
  const [first] = digests
  const last = digests.at(-1)
  const papers = groups.flatMap((group) => group.papers)
  if (first === undefined || last === undefined || papers.length === 0) return undefined
  const days = renderDays(context, digests)
  const counts = `${countPapers(papers.length)} of ${countDigests(digests.length)}`
  return {
    key: `${id}/weekly`,
    kind: 'weekly',
    subject: {
      category: toOneCategory(digests),
      date: toSpan(toShortDate(context, first), toShortDate(context, last)),
      counts,
      lead: papers[0]?.view.title.text,
    },
    preheader: withoutPlaceholders(toExcerpt(groups.map(({ heading }) => heading).join(' · '), 160)),
    title: 'The week in papers',
    facts: [toSpan(first.dateWords, last.dateWords), counts].join(' · '),
    browser: toUrl(context.config, paths.archiveOf(last.date.slice(0, 7))),
    reason: `You get this mail because you asked ${context.site.title} for a round-up once a week.`,
    notices: [],
    intro: { whole: days, short: days, place: 'first' },
    groups,
    order: papers.filter(({ view }) => view.namedInTldr).map(({ view }) => view.key),
    most: 'abstract',
  }
}

/** The same groups and numbers with fewer papers, so that rows can be used as they are. */
function narrow({ id, digests, groups }: CompiledWeek, preference: Preference): CompiledWeek {
  const wanted = digests.filter((view) => isWantedCategory(view, preference))
  const keys = new Set(wanted.flatMap((view) => view.papers.map(({ key }) => key)))
  const keep = ({ view }: PaperRow) => keys.has(view.key) && isWanted(view, preference)
  const narrowed: readonly PaperGroup[] = groups.map(({ heading, papers }) => ({
    heading,
    papers: papers.filter(keep),
  }))
  return { id, digests: wanted, groups: narrowed.filter(({ papers }) => papers.length > 0) }
}

function renderDays(context: MailContext, digests: readonly DigestView[]): Piece {
  const heading = 'Day by day'
  const days = digests.map((view) => ({
    view,
    day: toDay(context, view),
    words: toExcerpt(view.excerpt, 200),
  }))
  const body: readonly Markup[] = days.map(
    ({ view, day, words }) => markup`<p><strong><a href="${view.href}">${day}</a></strong> ${words}</p>`,
  )
  const text = days.map(({ view, day, words }) => `${wrapWords(`${day}: ${words}`)}\n  ${view.href}`)
  return toPiece(
    context,
    'themes',
    { heading, body: markup`${body}` },
    joinBlocks([toTextHeading(heading), ...text]),
  )
}

function toDay({ config }: MailContext, { date, category, countWords }: DigestView): string {
  const day = formatDate(date, config.language, 'day')
  return [day, category?.id ?? '', countWords].filter((part) => part !== '').join(' · ')
}

function toOneCategory(digests: readonly DigestView[]): string | undefined {
  const ids = new Set(digests.map(({ category }) => category?.id))
  return ids.size === 1 ? [...ids][0] : undefined
}

function toShortDate({ config }: MailContext, { date }: DigestView): string {
  return formatDate(date, config.language, 'short')
}

function toSpan(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`
}

function countDigests(count: number): string {
  return count === 1 ? '1 digest' : `${count} digests`
}
