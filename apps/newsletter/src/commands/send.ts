import type { Config } from '@broadsheet/view'
import { findConcern, readAccounting } from '../deliver/accounting.ts'
import { countReaders, seal } from '../deliver/seal.ts'
import { formatAccounting, formatProgress } from './format-accounting.ts'
import { type Mailing, readMailings } from './mailings.ts'
import { type Mail, openMail } from './open-mail.ts'
import { isThisMachine } from './open-transports.ts'
import { misunderstood, readArgs } from './read-args.ts'
import { sendOne } from './send-one.ts'
import { stopSignal } from './stop-signal.ts'
import { UsageError } from './usage-error.ts'

const flags = {
  to: { type: 'string' },
  date: { type: 'string' },
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const

const kinds: readonly string[] = ['daily', 'weekly']
const alone = ['kind', 'dry-run', 'json', 'quiet'] as const

/**
 * Seals a digest and delivers it to its readers. Sending again what was sent does nothing and says so; what was
 * begun is carried on. 3 when somebody is not accounted for.
 */
export async function send(args: readonly string[]): Promise<number> {
  const { values } = readArgs('send', args, flags)
  const { to, date, kind = 'daily' } = values
  if (to !== undefined) {
    const idle = alone.find((name) => values[name] !== undefined)
    if (idle !== undefined) throw misunderstood('send', `--${idle} does not go with --to.`)
    return sendOne(to, date)
  }
  if (!kinds.includes(kind)) throw misunderstood('send', `--kind is one of ${kinds.join(', ')}.`)
  const { publication, mailings } = await readMailings()
  const chosen = choose(mailings, kind, date)
  const mail = await openMail()
  try {
    if (values['dry-run'] === true) return await rehearse(mail, chosen)
    demandReadiness(publication.config, process.env.SMTP_URL)
    let status = 0
    for (const mailing of chosen) status = Math.max(status, await deliver(mail, mailing, values))
    return status
  } finally {
    await mail.close()
  }
}

function choose(mailings: readonly Mailing[], kind: string, date: string | undefined): readonly Mailing[] {
  const ofKind = mailings.filter((mailing) => mailing.kind === kind)
  const [newest] = ofKind
  const day = date ?? newest?.date
  const chosen = ofKind.filter((mailing) => mailing.date === day || mailing.slug === day)
  if (chosen.length === 0)
    throw new UsageError(`There is nothing ${kind} to send${date === undefined ? '' : ` of ${date}`}.`)
  return chosen
}

/** Mail to strangers needs a postal address, and links that their mail programs can follow. */
function demandReadiness({ publisher, serviceUrl }: Config, smtpUrl: string | undefined): void {
  if (!smtpUrl) return
  if (publisher.postalAddress === undefined)
    throw new UsageError(
      'Mail needs `publisher.postalAddress` in the configuration: the law of many countries asks for it.',
    )
  if (!isThisMachine(URL.parse(smtpUrl)?.hostname ?? '') && serviceUrl?.startsWith('https://') !== true)
    throw new UsageError('Mail needs `serviceUrl` with https in the configuration: readers leave there.')
}

async function rehearse({ sql }: Mail, chosen: readonly Mailing[]): Promise<number> {
  for (const { id, title, kind, compose } of chosen) {
    const readers = await countReaders(sql, kind === 'weekly' ? 'weekly' : 'daily')
    const known = (await readAccounting(sql, id)) === undefined ? '' : ' (sealed before)'
    process.stdout.write(
      `${id}${known}: “${compose('')?.subject ?? title}” would go to ${readers} ${readers === 1 ? 'reader' : 'readers'}.\n`,
    )
  }
  return 0
}

type Quiet = { readonly quiet?: boolean | undefined; readonly json?: boolean | undefined }

async function deliver(
  mail: Mail,
  mailing: Mailing,
  { quiet = false, json = false }: Quiet,
): Promise<number> {
  const { sql, clock, windowMs } = mail
  const now = clock.now()
  const isNew = await seal(sql, { ...mailing, dueAt: now, expiresAt: now + windowMs }, mailing.compose)
  const before = await readAccounting(sql, mailing.id)
  if (!isNew && before !== undefined && before.state !== 'sending') {
    const concern = findConcern(before)
    const words =
      concern === undefined
        ? `${mailing.id} was sent before; nothing to do.\n`
        : formatAccounting(before, false)
    if (!quiet) process.stdout.write(words)
    return concern === undefined ? 0 : 3
  }
  await work(mail, mailing.id, !quiet && !json && process.stderr.isTTY === true)
  const accounting = await readAccounting(sql, mailing.id)
  if (accounting === undefined) return 3
  if (json) process.stdout.write(`${JSON.stringify(accounting)}\n`)
  else if (!quiet) process.stdout.write(formatAccounting(accounting, false))
  return findConcern(accounting) === undefined && accounting.state === 'done' ? 0 : 3
}

async function work(mail: Mail, id: string, isShown: boolean): Promise<void> {
  const show = async () => {
    const accounting = await readAccounting(mail.sql, id)
    if (accounting !== undefined) process.stderr.write(`\r${formatProgress(accounting)}\x1b[K`)
  }
  const timer = isShown ? setInterval(() => void show().catch(() => undefined), 1_000) : undefined
  try {
    await mail.work(stopSignal(), id)
    if (isShown) process.stderr.write('\r\x1b[K')
  } finally {
    clearInterval(timer)
  }
}
