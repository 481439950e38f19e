import { resolve } from 'node:path'
import { type DigestView, type Publication, readPublication } from '@broadsheet/view'
import type { MailContext } from '../compose/mail-content.ts'
import { readyMailContext } from '../compose/mail-context.ts'
import { toMailViews } from '../compose/mail-views.ts'
import {
  type PreviewMail,
  toDailyPreview,
  toLetterPreview,
  toSamplePreviews,
  toWeeklyPreviews,
} from '../compose/preview-mails.ts'
import { toIsoWeek } from '../compose/week.ts'
import { formatPreview } from './format-preview.ts'
import { type PreviewOptions, readPreviewOptions } from './preview-options.ts'
import { UsageError } from './usage-error.ts'
import { writePreview } from './write-preview.ts'

/** Writes mails as `.eml`, `.html` and `.txt` with an `index.json`, and says how large each is and what was fitted. */
export async function preview(args: readonly string[]): Promise<number> {
  const options = readPreviewOptions(args)
  const publication = await readPublication()
  const context = await readyMailContext(publication.config)
  const views = toMailViews(publication)
  const mails = options.all ? toAllMails(context, views, options.last) : toAskedMails(context, views, options)
  await writePreview(toFolder(options, publication), mails, publication.config, { replace: options.all })
  if (!options.quiet) for (const mail of mails) process.stdout.write(formatPreview(mail, options.json))
  if (mails.length === 0 && !options.quiet)
    process.stdout.write('Nothing matches, so nothing would be sent.\n')
  return 0
}

/** A folder on the command line counts from the working folder. */
function toFolder({ out }: PreviewOptions, { mails }: Publication): string {
  return out === undefined ? mails : resolve(out)
}

function toAllMails(
  context: MailContext,
  views: readonly DigestView[],
  last: number,
): readonly PreviewMail[] {
  const [newest] = views
  if (newest === undefined) return []
  const shown = views.slice(0, last)
  // The oldest week may begin before the last digests do.
  const weeks = new Set(shown.map(({ date }) => toIsoWeek(date)))
  return [
    ...shown.flatMap((view) => toDailyPreview(context, view, views)),
    ...toSamplePreviews(context, newest),
    ...toWeeklyPreviews(
      context,
      views.filter(({ date }) => weeks.has(toIsoWeek(date))),
    ),
    ...(['confirmation', 'welcome', 'goodbye'] as const).map((kind) =>
      toLetterPreview(context, kind, newest.published),
    ),
  ]
}

function toAskedMails(
  context: MailContext,
  views: readonly DigestView[],
  options: PreviewOptions,
): readonly PreviewMail[] {
  const { date, kind, preference } = options
  const asked = findAsked(views, options)
  const [first] = asked
  if (first === undefined) throw new UsageError(toNothing(date, kind))
  if (kind === 'daily') return asked.flatMap((view) => toDailyPreview(context, view, views, preference))
  if (kind === 'weekly') return toWeeklyPreviews(context, asked, preference)
  return [toLetterPreview(context, kind, first.published)]
}

/** The digests of a day, or of the week that it lies in; without a day, of the newest. */
function findAsked(views: readonly DigestView[], { date, kind }: PreviewOptions): readonly DigestView[] {
  const [newest] = views
  const day = date ?? newest?.date
  if (day === undefined) return []
  if (kind === 'weekly') return views.filter((view) => toIsoWeek(view.date) === toIsoWeek(day))
  return date === undefined ? views.slice(0, 1) : views.filter((view) => view.date === date)
}

function toNothing(date: string | undefined, kind: PreviewOptions['kind']): string {
  if (date === undefined) return 'There is no digest yet.'
  return kind === 'weekly' ? `There is no digest in the week of ${date}.` : `There is no digest of ${date}.`
}
