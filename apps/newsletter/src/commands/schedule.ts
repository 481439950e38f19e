import type { Config } from '@broadsheet/view'
import { readAccounting } from '../deliver/accounting.ts'
import { type Candidate, type Due, listDue } from '../deliver/schedule.ts'
import { seal, sealMissed } from '../deliver/seal.ts'
import { purge } from '../subscribers/personal-data.ts'
import { readContentStamp } from './content-stamp.ts'
import { readMailings } from './mailings.ts'
import { type Mail, openMail } from './open-mail.ts'
import { readArgs } from './read-args.ts'
import { stopSignal } from './stop-signal.ts'

const pollMs = 30_000
const purgeMs = 3_600_000

/**
 * Seals each digest when its time has come and delivers what is due, until it is stopped. Any number may run against
 * one store. `--once` looks once and ends.
 */
export async function schedule(args: readonly string[]): Promise<number> {
  const flags = { once: { type: 'boolean' }, quiet: { type: 'boolean' } } as const
  const { values } = readArgs('schedule', args, flags)
  const mail = await openMail()
  const signal = stopSignal()
  try {
    const say = (words: string) => values.quiet !== true && process.stdout.write(`${words}\n`)
    if (values.once === true) {
      for (const id of (await look(mail, say)).open) await mail.work(signal, id)
      return 0
    }
    const worker = mail.work(signal)
    // Its failure is met by the race below, at the latest when a look at the digests is over.
    worker.catch(() => undefined)
    let purgeAt = 0
    let last: Look | undefined
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    while (!signal.aborted) {
      last = await look(mail, say, last)
      if (mail.clock.now() >= purgeAt) {
        await purge(mail.sql)
        purgeAt = mail.clock.now() + purgeMs
      }
      await Promise.race([mail.clock.sleep(pollMs), stopped, worker])
    }
    await worker
    return 0
  } finally {
    await mail.close()
  }
}

/** What a look saw: the mailings that there may be, and those that are under way. */
type Look = {
  readonly stamp: string
  readonly config: Config
  readonly candidates: readonly Candidate[]
  readonly open: readonly string[]
}

/**
 * Seals what is due. Digests arrive while this runs, but reading a thousand of them takes seconds: they are read when
 * a file has changed, or one of them is due that is not sealed.
 */
async function look(mail: Mail, say: (words: string) => void, last?: Look): Promise<Look> {
  const stamp = await readContentStamp()
  if (last?.stamp === stamp && !(await hasUnsealed(mail, last))) return last
  const { publication, mailings } = await readMailings()
  const { config } = publication
  const open: string[] = []
  for (const due of findDue(mail, mailings, config)) {
    const mailing = mailings.find(({ id }) => id === due.plan.id)
    if (mailing === undefined) continue
    if (await sealDue(mail, due, mailing.compose))
      say(`${due.plan.id}: ${due.isMissed ? 'missed' : 'sealed'}`)
    if ((await readAccounting(mail.sql, due.plan.id))?.state === 'sending') open.push(due.plan.id)
  }
  const candidates = mailings.map(({ id, kind, slug, source, date }) => ({ id, kind, slug, source, date }))
  return { stamp, config, candidates, open }
}

async function hasUnsealed(mail: Mail, { candidates, config }: Look): Promise<boolean> {
  for (const { plan } of findDue(mail, candidates, config))
    if ((await readAccounting(mail.sql, plan.id)) === undefined) return true
  return false
}

function findDue({ clock }: Mail, candidates: readonly Candidate[], config: Config): Due[] {
  return listDue(candidates, { ...config, ...config.delivery }, clock.now())
}

function sealDue(
  { sql }: Mail,
  { plan, isMissed }: Due,
  compose: Parameters<typeof seal>[2],
): Promise<boolean> {
  return isMissed ? sealMissed(sql, plan) : seal(sql, plan, compose)
}
