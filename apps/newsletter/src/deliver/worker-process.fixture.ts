import { once } from 'node:events'
import { z } from 'zod'
import { systemClock } from './clock.ts'
import { readKeyRing } from './keys.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createMailWriter } from './mail-writer.ts'
import { createPace } from './pace.ts'
import { openPostgres } from './postgres.ts'
import { createSmtpTransports } from './smtp-transport.ts'
import { openSqlite } from './sqlite.ts'
import { runWorker } from './worker.ts'

/** Where a worker stops, waiting to be killed, or to be stopped and continued, after which it goes on. */
const points = ['claimed', 'before begin', 'begun', 'answered', 'settled'] as const

const Orders = z.object({
  store: z.union([z.object({ file: z.string() }), z.object({ url: z.string() })]),
  port: z.number(),
  secret: z.string(),
  timeoutMs: z.number().default(700),
  patienceMs: z.number().default(1_500),
  mailing: z.string(),
  claimLeaseMs: z.number(),
  sendLeaseMs: z.number(),
  lanes: z.number().default(1),
  onUncertain: z.enum(['hold', 'resend-once']).default('hold'),
  stopAt: z.enum(points).optional(),
  /** A subscriber whose mail kills the worker. */
  poison: z.string().optional(),
})

// One worker as a process of its own, for tests that really kill it; it loads nothing but what delivers.
const orders = Orders.parse(JSON.parse(process.argv[2] ?? ''))
const sql =
  'file' in orders.store ? openSqlite(orders.store.file, systemClock) : openPostgres(orders.store.url)
const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())
const write = createMailWriter(sql, {
  from: { name: 'Broadsheet', address: 'digest@broadsheet.example' },
  bounceAddress: 'bounce@broadsheet.example',
  serviceUrl: 'http://127.0.0.1:8788/',
  keys: readKeyRing(orders.secret).current,
  dkim: [],
})
await runWorker(
  {
    ledger: haltAt(
      createLedger(sql, {
        worker: `p${process.pid}.${Date.now()}`,
        ...orders,
        clock: systemClock,
        random: Math.random,
      }),
    ),
    write: (claim) => {
      if (claim.subscriber === orders.poison) process.kill(process.pid, 'SIGKILL')
      return write(claim)
    },
    openTransport: createSmtpTransports({
      host: '127.0.0.1',
      port: orders.port,
      tls: 'none',
      timeoutMs: orders.timeoutMs,
      patienceMs: orders.patienceMs,
      messagesPerConnection: 100,
    }),
    pace: createPace({}, systemClock),
    clock: systemClock,
    signal: stopping.signal,
  },
  { ...orders, pollMs: 30, tidyMs: 100 },
)
await sql.close()

function haltAt(ledger: Ledger): Ledger {
  const halt = async (point: (typeof points)[number]) => {
    if (orders.stopAt !== point) return
    process.stdout.write(`${point}\n`)
    const waiting = setTimeout(() => undefined, 60_000)
    await once(process, 'SIGCONT')
    clearTimeout(waiting)
  }
  let isReady = false
  return {
    ...ledger,
    claim: async (limit, mailing) => {
      const claims = await ledger.claim(limit, mailing)
      if (!isReady && claims.length > 0) {
        isReady = true
        process.stdout.write('ready\n')
      }
      if (claims.length > 0) await halt('claimed')
      return claims
    },
    begin: async (claim) => {
      await halt('before begin')
      const isAllowed = await ledger.begin(claim)
      await halt('begun')
      return isAllowed
    },
    settle: async (claim, outcome) => {
      await halt('answered')
      await ledger.settle(claim, outcome)
      await halt('settled')
    },
  }
}
