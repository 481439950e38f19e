import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { type Config, readConfig } from '@broadsheet/view'
import { type Clock, systemClock } from '../deliver/clock.ts'
import { type DkimKey, makeDkimKey, readDkimKey } from '../deliver/dkim.ts'
import { readOrMakeKey } from '../deliver/key-file.ts'
import { type KeyRing, readKeyRing } from '../deliver/keys.ts'
import { createLedger, type Ledger } from '../deliver/ledger.ts'
import { createMailWriter, type Sender } from '../deliver/mail-writer.ts'
import { openStore } from '../deliver/open-store.ts'
import { createPace } from '../deliver/pace.ts'
import type { Sql } from '../deliver/sql.ts'
import { runWorker } from '../deliver/worker.ts'
import { openTransports } from './open-transports.ts'
import { demandSameSecret } from './same-secret.ts'
import { UsageError } from './usage-error.ts'

/** Everything that the commands about mail are made of; `close` when done. */
export type Mail = {
  readonly config: Config
  readonly data: string
  readonly root: string
  readonly sql: Sql
  readonly ring: KeyRing
  readonly sender: Sender
  readonly ledger: Ledger
  readonly clock: Clock
  readonly windowMs: number
  /** Delivers one mailing to its end, or everything until the signal. */
  readonly work: (signal: AbortSignal, mailing?: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Times of one mail. What comes before its last byte must end within the lease of its claim, and the wait for the
 * last answer, ten minutes in RFC 5321, within the lease of sending.
 */
export const times = {
  claimLeaseMs: 180_000,
  patienceMs: 60_000,
  timeoutMs: 600_000,
  sendLeaseMs: 660_000,
} as const

export const localServiceUrl = 'http://127.0.0.1:8788'

export async function openMail(
  env: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): Promise<Mail> {
  const { config, root } = await readConfig(env)
  const data = resolve(root, env.BROADSHEET_DATA || '.broadsheet')
  const openTransport = openTransports(env, root)
  const sql = await openStore(data, readDatabaseUrl(env.DATABASE_URL), clock)
  const ring = readKeyRing(env.BROADSHEET_SECRET || readOrMakeKey(join(data, 'secret'), makeSecret))
  await demandSameSecret(sql, ring)
  const sender = toSender(config, ring, readDkimKeys(config, data))
  const worker = `${hostname()}.${process.pid}.${randomBytes(4).toString('hex')}`
  const ledger = createLedger(sql, {
    worker,
    ...times,
    onUncertain: config.delivery.onUncertain,
    clock,
    random: Math.random,
  })
  // A folder needs no sparing.
  const rates = env.SMTP_URL ? config.delivery : {}
  const work = (signal: AbortSignal, mailing?: string) =>
    runWorker(
      {
        ledger,
        write: createMailWriter(sql, sender),
        openTransport,
        pace: createPace(rates, clock),
        clock,
        signal,
      },
      { lanes: config.delivery.connections, claimLeaseMs: times.claimLeaseMs, mailing },
    )
  const windowMs = config.delivery.expiresAfterHours * 3_600_000
  return { config, data, root, sql, ring, sender, ledger, clock, windowMs, work, close: () => sql.close() }
}

/** Undefined when none is given. The address may hold a password, so no message repeats it. */
function readDatabaseUrl(address: string | undefined): string | undefined {
  if (!address) return undefined
  const isPostgres = /^postgres(?:ql)?:\/\//.test(address) && URL.canParse(address)
  if (!isPostgres)
    throw new UsageError(
      'DATABASE_URL is no address such as postgres://user:password@host:5432/broadsheet. In a user or a password, signs such as / # % and spaces are escaped.',
    )
  return address
}

function toSender(config: Config, ring: KeyRing, dkim: readonly DkimKey[]): Sender {
  const { from, replyTo } = config.mail
  return {
    from,
    ...(replyTo !== undefined && { replyTo: { address: replyTo } }),
    bounceAddress: config.delivery.bounceAddress ?? from.address,
    serviceUrl: `${(config.serviceUrl ?? localServiceUrl).replace(/\/+$/, '')}/`,
    keys: ring.current,
    dkim,
  }
}

function readDkimKeys(config: Config, data: string): DkimKey[] {
  return config.delivery.dkim.map(({ domain, selector, algorithm }) => {
    const pem = readOrMakeKey(join(data, `dkim-${selector}.pem`), () => makeDkimKey(algorithm))
    return { domain, selector, algorithm, key: readDkimKey(pem) }
  })
}

const makeSecret = () => `${randomBytes(32).toString('base64url')}\n`
