import {
  countStates,
  createLedger,
  createMailWriter,
  createPace,
  createSmtpTransports,
  hashAddress,
  type Ledger,
  type LedgerOptions,
  type MailingPlan,
  readNumber,
  readText,
  runWorker,
  type SmtpSettings,
  type Sql,
  seal,
  systemClock,
  toMailingRef,
  type WorkerOptions,
  type WorkerParts,
} from '@broadsheet/newsletter'
import { expect } from 'vitest'
import type { FaultSmtp } from './fault-smtp.ts'
import { mailing, quickSmtp, ring, sender } from './world-parts.ts'

export { mailing } from './world-parts.ts'

/** A small mail with every placeholder that a real one has. */
export function makeMessage(key = mailing, paragraphs = 3) {
  const text = `Read the digest.\n${'A paper about papers, in words = é.\n'.repeat(paragraphs)}\nLeave: XXLEAVEADDRESSXX\n`
  return {
    key,
    kind: 'daily' as const,
    subject: 'Ten of 81 papers',
    preheader: 'What matters today',
    html: `<p>Read the digest. <a href="XXLEAVEADDRESSXX">Leave</a></p>${'<p>A paper about papers, in words = é.</p>\n'.repeat(paragraphs)}`,
    text,
    headers: [
      ['List-Id', '<digest.broadsheet.example>'],
      ['List-Unsubscribe', '<XXLEAVEADDRESSXX>'],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ] as const,
  }
}

export function makePlan(now: number, plan: Partial<MailingPlan> = {}): MailingPlan {
  return {
    id: mailing,
    kind: 'daily',
    slug: 'arxiv_cs_CL_2025-10-16_report',
    source: 'source',
    dueAt: now,
    expiresAt: now + 24 * 3_600_000,
    ...plan,
  }
}

/** Readers r0, r1, … with addresses at a few domains; ids look like real ones. */
export async function addReaders(sql: Sql, count: number, { domains = 3, first = 0 } = {}): Promise<void> {
  const size = 500
  for (let start = first; start < first + count; start += size) {
    const rows = Array.from({ length: Math.min(size, first + count - start) }, (_, index) => start + index)
    const values = rows.flatMap((n) => [
      toReaderId(n),
      toAddress(n, domains),
      hashAddress(toAddress(n, domains), ring.suppress),
      `d${n % domains}.example`,
    ])
    const list = rows.map(
      (_, index) =>
        `($${index * 4 + 1},$${index * 4 + 2},$${index * 4 + 2},$${index * 4 + 3},$${index * 4 + 4},'active',{now})`,
    )
    await sql.all(
      `insert into subscriber (id, address, address_key, address_hash, domain, state, created_at) values ${list.join(',')}`,
      values,
    )
  }
}

export const toReaderId = (n: number) =>
  `r${String(n)
    .padStart(15, '0')
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
export const toAddress = (n: number, domains = 3) => `r${n}@d${n % domains}.example`

export async function sealDaily(
  sql: Sql,
  plan: Partial<MailingPlan> = {},
  message = makeMessage(plan.id),
): Promise<boolean> {
  const [row] = await sql.all('select cast({now} as bigint) as now')
  return seal(sql, makePlan(readNumber(row, 'now'), plan), () => message)
}

export const leases = { claimLeaseMs: 4_000, sendLeaseMs: 5_000 }

export function makeLedger(sql: Sql, options: Partial<LedgerOptions> = {}): Ledger {
  return createLedger(sql, {
    worker: `test${Math.random()}`,
    ...leases,
    onUncertain: 'hold',
    clock: systemClock,
    random: () => 0.5,
    ...options,
  })
}

/** Delivers the mailing to its end, or until nothing of it is due. */
export async function deliver(
  sql: Sql,
  smtp: FaultSmtp,
  {
    parts = {},
    options = {},
    ledger = makeLedger(sql),
    settings = {},
  }: {
    parts?: Partial<WorkerParts>
    options?: Partial<WorkerOptions>
    ledger?: Ledger
    settings?: Partial<SmtpSettings>
  } = {},
): Promise<void> {
  await runWorker(
    {
      ledger,
      write: createMailWriter(sql, sender),
      openTransport: createSmtpTransports({ ...quickSmtp(smtp.port), ...settings }),
      pace: createPace({}, systemClock),
      clock: systemClock,
      signal: new AbortController().signal,
      ...parts,
    },
    { lanes: 1, claimLeaseMs: leases.claimLeaseMs, mailing, pollMs: 20, tidyMs: 50, ...options },
  )
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The row of one reader. */
export async function readRow(sql: Sql, n: number, id = mailing): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await sql.all('select * from delivery where mailing = $1 and subscriber = $2', [
    id,
    toReaderId(n),
  ])
  return row ?? {}
}

export async function readMailing(
  sql: Sql,
  id = mailing,
): Promise<{ state: string; note: unknown; audience: number }> {
  const [row] = await sql.all('select * from mailing where id = $1', [id])
  return { state: readText(row, 'state'), note: row?.note, audience: readNumber(row, 'audience') }
}

/**
 * What must hold whatever happened: A the audience is accounted for, B nobody got two, C whoever is `sent` got
 * one, D whoever got one is `sent` or `uncertain`, E one Message-ID a row.
 */
export async function expectInvariants(
  sql: Sql,
  taken: readonly { to: string; messageId: string }[],
  atMost = 1,
): Promise<void> {
  const counts = await countStates(sql, mailing)
  const { audience } = await readMailing(sql)
  expect(counts.pending + counts.claimed + counts.inflight).toBe(0)
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(audience)
  const rows = await sql.all(
    'select s.address, d.state, d.resends from delivery d join subscriber s on s.id = d.subscriber where d.mailing = $1',
    [mailing],
  )
  const accepted = Map.groupBy(taken, ({ to }) => to)
  for (const row of rows) {
    const [address, state] = [readText(row, 'address'), readText(row, 'state')]
    const times = accepted.get(address)?.length ?? 0
    expect
      .soft(times, `${address} is ${state}`)
      .toBeLessThanOrEqual(readNumber(row, 'resends') > 0 ? atMost : 1)
    if (state === 'sent') expect.soft(times, `${address} is sent`).toBeGreaterThanOrEqual(1)
    if (times > 0) expect.soft(['sent', 'uncertain'], `${address} was taken`).toContain(state)
  }
  for (const [address, mails] of accepted)
    expect.soft(new Set(mails.map(({ messageId }) => messageId)).size, address).toBe(1)
}

export const ref = toMailingRef(mailing)
