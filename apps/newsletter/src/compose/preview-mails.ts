import type { DigestView } from '@broadsheet/view'
import { type CompiledDigest, compileDigest } from './compile-digest.ts'
import { compileWeek } from './compile-week.ts'
import { toCorrections } from './correction.ts'
import { toDailyContent } from './daily-content.ts'
import { type Composed, type Fitted, toDigestMessage } from './digest-message.ts'
import { type LetterKind, toLetterMessage } from './letter-message.ts'
import type { MailContent, MailContext } from './mail-content.ts'
import type { Message, MessageKind } from './message.ts'
import type { Preference } from './preference.ts'
import { toWeeks } from './week.ts'
import { toWeeklyContent } from './weekly-content.ts'

/** A mail as a preview shows it; `name` is what its files are called, `date` the RFC 3339 instant it is dated. */
export type PreviewMail = {
  readonly name: string
  readonly kind: MessageKind | 'narrowed' | 'corrected'
  readonly date: string
  readonly message: Message
  readonly fitted?: Fitted
}

/** The mail of one digest among all `views`, newest first; narrowed to a preference it may be none. */
export function toDailyPreview(
  context: MailContext,
  view: DigestView,
  views: readonly DigestView[],
  preference?: Preference,
): readonly PreviewMail[] {
  const corrections = toCorrections(view, views.toReversed())
  const content = toDailyContent(context, compileDigest(context, view), {
    corrections,
    ...(preference && { preference }),
  })
  const kind = preference === undefined ? 'daily' : 'narrowed'
  return toPreview(context, content, `${view.slug}.${kind}`, kind, view.published)
}

/** The round-ups of the weeks that the given digests lie in, newest first. */
export function toWeeklyPreviews(
  context: MailContext,
  views: readonly DigestView[],
  preference?: Preference,
): readonly PreviewMail[] {
  return toWeeks(views).flatMap((week) => {
    const date = week.digests.at(-1)?.published ?? ''
    return toPreview(
      context,
      toWeeklyContent(context, compileWeek(context, week), preference),
      `${week.id}.weekly`,
      'weekly',
      date,
    )
  })
}

/** A mail of a subscription's life. */
export function toLetterPreview(context: MailContext, kind: LetterKind, date: string): PreviewMail {
  return { name: `subscription.${kind}`, kind, date, message: toLetterMessage(context, kind) }
}

/** What one digest's mail looks like narrowed to its first topic, and with a correction of the digest before it. */
export function toSamplePreviews(context: MailContext, view: DigestView): readonly PreviewMail[] {
  const compiled = compileDigest(context, view)
  return [...toNarrowSample(context, compiled), ...toCorrectedSample(context, compiled)]
}

function toNarrowSample(context: MailContext, compiled: CompiledDigest): readonly PreviewMail[] {
  const { view } = compiled
  const topics = view.papers
    .flatMap((paper) => paper.topics)
    .map(({ slug }) => slug)
    .slice(0, 1)
  if (topics.length === 0) return []
  const content = toDailyContent(context, compiled, { preference: { topics, authors: [], categories: [] } })
  return toPreview(context, content, `${view.slug}.narrowed`, 'narrowed', view.published)
}

function toCorrectedSample(context: MailContext, compiled: CompiledDigest): readonly PreviewMail[] {
  const { view } = compiled
  if (view.older === undefined) return []
  const content = toDailyContent(context, compiled, { corrections: [{ digest: view.older, papers: [] }] })
  return toPreview(context, content, `${view.slug}.corrected`, 'corrected', view.published)
}

function toPreview(
  context: MailContext,
  content: MailContent | undefined,
  name: string,
  kind: PreviewMail['kind'],
  date: string,
): readonly PreviewMail[] {
  if (content === undefined) return []
  const { message, fitted }: Composed = toDigestMessage(context, content)
  return [{ name, kind, date, message, fitted }]
}
