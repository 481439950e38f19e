import { readAccounting } from '../deliver/accounting.ts'
import { type Due, listDue } from '../deliver/schedule.ts'
import { seal, sealMissed } from '../deliver/seal.ts'
import { purge } from '../subscribers/personal-data.ts'
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
      for (const id of await tick(mail, say)) await mail.work(signal, id)
      return 0
    }
    const worker = mail.work(signal)
    // Its failure is met by the race below, at the latest when a look at the digests is over.
    worker.catch(() => undefined)
    let purgeAt = 0
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    while (!signal.aborted) {
      await tick(mail, say)
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

/** Seals what is due; tells the mailings that are under way. */
async function tick(mail: Mail, say: (words: string) => void): Promise<string[]> {
  // Read again each time: digests arrive while this runs.
  const { publication, mailings } = await readMailings()
  const { config } = publication
  const open: string[] = []
  for (const due of listDue(mailings, { ...config, ...config.delivery }, mail.clock.now())) {
    const mailing = mailings.find(({ id }) => id === due.plan.id)
    if (mailing === undefined) continue
    if (await sealDue(mail, due, mailing.compose))
      say(`${due.plan.id}: ${due.isMissed ? 'missed' : 'sealed'}`)
    if ((await readAccounting(mail.sql, due.plan.id))?.state === 'sending') open.push(due.plan.id)
  }
  return open
}

function sealDue(
  { sql }: Mail,
  { plan, isMissed }: Due,
  compose: Parameters<typeof seal>[2],
): Promise<boolean> {
  return isMissed ? sealMissed(sql, plan) : seal(sql, plan, compose)
}
