import { type DigestView, formatDate, type PaperView, paths, toExcerpt, toUrl } from '@broadsheet/view'
import type { MailContent, MailContext, PaperGroup, Piece } from './mail-content.ts'
import { type Markup, markup } from './markup.ts'
import { toPaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { joinPieces, toPiece } from './piece.ts'
import { isWanted, isWantedCategory, type Preference } from './preference.ts'
import { joinBlocks, toTextHeading, wrapWords } from './text-part.ts'
import { groupByTopic } from './topic-groups.ts'
import type { Week } from './week.ts'

/**
 * The round-up of a week: what each day was about, then the papers of all its digests by topic, each once.
 * Narrowed by a preference like a daily digest; undefined when nothing is left to send.
 */
export function toWeeklyContent(
  context: MailContext,
  week: Week,
  preference?: Preference,
): MailContent | undefined {
  const digests =
    preference === undefined
      ? week.digests
      : week.digests.filter((view) => isWantedCategory(view, preference))
  const papers = digests
    .flatMap((view) => view.papers)
    .filter((paper) => preference === undefined || isWanted(paper, preference))
  const [first] = digests
  const last = digests.at(-1)
  if (first === undefined || last === undefined || papers.length === 0) return undefined
  const groups = toGroups(context, papers)
  const { language } = context.config
  const categories = new Set(digests.map(({ category }) => category?.id))
  const shown = groups.flatMap((group) => group.papers)
  const counts = `${shown.length} papers of ${digests.length} ${digests.length === 1 ? 'digest' : 'digests'}`
  const intro = joinPieces([renderDays(context, digests)])
  return {
    key: `${week.id}/weekly`,
    kind: 'weekly',
    subject: {
      category: categories.size === 1 ? first.category?.id : undefined,
      date: toSpan(formatDate(first.date, language, 'short'), formatDate(last.date, language, 'short')),
      counts,
      lead: shown[0]?.view.title.text,
    },
    preheader: withoutPlaceholders(toExcerpt(groups.map(({ heading }) => heading).join(' · '), 160)),
    title: 'The week in papers',
    facts: [toSpan(first.dateWords, last.dateWords), counts].join(' · '),
    browser: toUrl(context.config, paths.archiveOf(last.date.slice(0, 7))),
    reason: `You get this mail because you asked ${context.site.title} for a round-up once a week.`,
    notices: [],
    intro: { whole: intro, short: intro, place: 'first' },
    groups,
    order: papers.filter(({ namedInTldr }) => namedInTldr).map(({ key }) => key),
    most: 'abstract',
  }
}

function toGroups({ template }: MailContext, papers: readonly PaperView[]): readonly PaperGroup[] {
  let number = 0
  const groups = groupByTopic(papers)
  return groups.map(({ name, papers: members }) => ({
    heading: withoutPlaceholders(name ?? (groups.length === 1 ? 'The papers' : 'More papers')),
    papers: members.map((paper) => toPaperRow(template, paper, ++number)),
  }))
}

function renderDays(context: MailContext, digests: readonly DigestView[]): Piece {
  const days = digests.map((view) => ({
    view,
    day: toDay(context, view),
    words: toExcerpt(view.excerpt, 200),
  }))
  const items: readonly Markup[] = days.map(
    ({ view, day, words }) => markup`<p><strong><a href="${view.href}">${day}</a></strong> ${words}</p>`,
  )
  const text = days.map(({ view, day, words }) => `${wrapWords(`${day}: ${words}`)}\n  ${view.href}`)
  return toPiece(
    context,
    'themes',
    { heading: 'Day by day', body: markup`${items}` },
    joinBlocks([toTextHeading('Day by day'), ...text]),
  )
}

function toDay({ config }: MailContext, { date, category, countWords }: DigestView): string {
  return [formatDate(date, config.language, 'day'), category?.id ?? '', countWords]
    .filter((part) => part !== '')
    .join(' · ')
}

function toSpan(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`
}
