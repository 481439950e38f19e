import { randomUUID } from 'node:crypto'
import { type Config, type DigestView, readPublication } from '@broadsheet/view'
import { z } from 'zod'
import { readyMailContext } from '../compose/mail-context.ts'
import { toMailViews } from '../compose/mail-views.ts'
import type { Message } from '../compose/message.ts'
import { toMime } from '../compose/mime.ts'
import { fillPersonal } from '../compose/personal.ts'
import { toDailyPreview } from '../compose/preview-mails.ts'
import { toStandInAddresses } from '../compose/stand-in-addresses.ts'
import { type Clock, systemClock } from '../deliver/clock.ts'
import type { OutgoingMail } from '../deliver/transport.ts'
import { openTransports } from './open-transports.ts'
import { UsageError } from './usage-error.ts'

const Address = z.email()

/**
 * `send --to ADDRESS`: one digest to one address, who need be no subscriber, as a trial of the mail and of the way
 * out. Nothing is kept of it; the reader's own links lead to the subscribe page.
 */
export async function sendOne(
  to: string,
  date: string | undefined,
  clock: Clock = systemClock,
): Promise<number> {
  if (!Address.safeParse(to).success) throw new UsageError('--to is an address such as me@example.org.')
  const publication = await readPublication()
  const { config, root } = publication
  const views = toMailViews(publication)
  const view = findView(views, date)
  const [mail] = toDailyPreview(await readyMailContext(config), view, views)
  if (mail === undefined) throw new UsageError(`The digest of ${view.date} is empty.`)
  const transport = openTransports(process.env, root)()
  const outcome = await transport.send(toOutgoing(mail.message, config, to, clock), async () => true)
  await transport.close()
  if (outcome.kind === 'accepted') {
    process.stdout.write(`Sent “${mail.message.subject}” to ${to}: ${outcome.reply}\n`)
    return 0
  }
  process.stderr.write(`Not sent: ${outcome.kind === 'refused' ? outcome.reply : outcome.kind}\n`)
  return 3
}

function findView(views: readonly DigestView[], date: string | undefined): DigestView {
  const view = views.find((candidate) => date === undefined || candidate.date === date)
  if (view === undefined)
    throw new UsageError(date === undefined ? 'There is no digest yet.' : `There is no digest of ${date}.`)
  return view
}

function toOutgoing(message: Message, config: Config, to: string, clock: Clock): OutgoingMail {
  const { from, replyTo } = config.mail
  const mime = toMime(message, {
    from,
    to: { address: to },
    ...(replyTo !== undefined && { replyTo: { address: replyTo } }),
    date: new Date(clock.now()).toISOString(),
    messageId: `${randomUUID()}@${from.address.replace(/^.*@/, '')}`,
  })
  const pieces = [Buffer.from(fillPersonal(mime, toStandInAddresses(config)))]
  return { id: `${message.key}/${to.replace(/[^\w.-]/g, '_')}`, from: from.address, to, pieces }
}
