import { formatDate, type PaperView, toExcerpt } from '@broadsheet/view'
import type { CompiledDigest } from './compile-digest.ts'
import { type Correction, renderCorrection } from './correction.ts'
import { countPapers } from './count-papers.ts'
import type { MailContent, MailContext, Piece } from './mail-content.ts'
import { markup } from './markup.ts'
import type { PaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { joinPieces, toPiece } from './piece.ts'
import { type Preference, selectPapers, toWantedNames } from './preference.ts'
import { thickRule, toAddressLines, toTextHeading, wrapWords } from './text-part.ts'

export type DailyOptions = { readonly preference?: Preference; readonly corrections?: readonly Correction[] }

/**
 * The mail of one digest, whole or narrowed to what a reader asked for. Undefined when nothing matches or the digest
 * is empty: then nothing is sent.
 */
export function toDailyContent(
  context: MailContext,
  compiled: CompiledDigest,
  options: DailyOptions,
): MailContent | undefined {
  const { view, disclaimer, named } = compiled
  const wanted = options.preference === undefined ? undefined : selectPapers(view, options.preference)
  if (options.preference !== undefined && wanted === undefined) return undefined
  const papers = compiled.papers.filter((paper) => wanted?.has(paper.view.key) ?? true)
  if (papers.length === 0 && compiled.intro.whole.html === '' && disclaimer.length === 0) return undefined
  const isNarrow = papers.length < compiled.papers.length
  const counts = isNarrow ? `${papers.length} of ${countPapers(compiled.papers.length)}` : view.countWords
  const corrections = (options.corrections ?? []).map((correction) => renderCorrection(context, correction))
  const narrowing =
    isNarrow && options.preference ? [toNarrowing(context, compiled, papers, options.preference)] : []
  const lead = papers[0]?.view.title.text
  return {
    key: `${view.slug}/daily`,
    kind: 'daily',
    subject: {
      category: view.category?.id,
      date: formatDate(view.date, context.config.language, 'short'),
      counts,
      lead,
    },
    preheader: withoutPlaceholders(toExcerpt(isNarrow ? joinTitles(papers) : view.excerpt, 160)),
    title: withoutPlaceholders(view.title),
    facts: toFacts(compiled, counts),
    browser: view.href,
    reason: `You get this mail because you asked ${context.site.title} for its digests.`,
    notices: [...narrowing, ...corrections, ...disclaimer],
    // A reader who asked for some papers sees those first.
    intro: isNarrow ? toLastIntro(context, compiled) : { ...compiled.intro, place: 'first' },
    groups: papers.length === 0 ? [] : [{ heading: isNarrow ? 'Your papers' : 'The papers', papers }],
    order: named,
    most: 'summary',
  }
}

function toFacts({ view }: CompiledDigest, counts: string): string {
  const date = view.title.includes(view.dateWords) ? '' : view.dateWords
  return [date, view.category?.name ?? '', counts].filter((fact) => fact !== '').join(' · ')
}

function toLastIntro(context: MailContext, { intro }: CompiledDigest): MailContent['intro'] {
  const heading = 'The whole day'
  const head = toPiece(context, 'group', { heading }, `${thickRule}\n${toTextHeading(heading)}`)
  return { whole: joinPieces([head, intro.whole]), short: joinPieces([head, intro.short]), place: 'last' }
}

function toNarrowing(
  context: MailContext,
  { view, papers: all }: CompiledDigest,
  papers: readonly PaperRow[],
  preference: Preference,
): Piece {
  const names = toWantedNames(
    papers.map((paper) => paper.view),
    preference,
  ).join(', ')
  const words = `${papers.length} of ${countPapers(all.length)} ${papers.length === 1 ? 'matches' : 'match'} what you asked for: ${names}.`
  const body = markup`<p>${words} <a href="${view.href}">See the whole digest</a></p>`
  return toPiece(
    context,
    'notice',
    { body },
    `${wrapWords(words)}\n\n${toAddressLines('The whole digest', view.href)}`,
  )
}

function joinTitles(papers: readonly { readonly view: PaperView }[]): string {
  return papers.map(({ view }) => view.title.text).join(' · ')
}
