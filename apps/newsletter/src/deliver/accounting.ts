import { type Gate, readGates } from './gates.ts'
import { findText, readNumber, readText, type Sql } from './sql.ts'

export const deliveryStates = [
  'pending',
  'claimed',
  'inflight',
  'sent',
  'failed',
  'uncertain',
  'skipped',
  'expired',
  'unmatched',
] as const

export type DeliveryState = (typeof deliveryStates)[number]

/**
 * Where a mailing stands. `counts` add up to `audience`, or the mailing wants `attention`. `perMinute` are the
 * mails taken in the last minute; `idleMs` is the time since anything moved.
 */
export type Accounting = {
  readonly mailing: string
  readonly state: string
  readonly note: string | undefined
  readonly source: string
  readonly slug: string
  readonly audience: number
  readonly counts: Readonly<Record<DeliveryState, number>>
  readonly due: number
  readonly perMinute: number
  readonly idleMs: number
  readonly expiresAt: number
  readonly gates: readonly Gate[]
  readonly errors: readonly DeliveryError[]
}

export type DeliveryError = {
  readonly subscriber: string
  readonly state: string
  readonly code: string
  readonly reply: string
}

const stalledAfter = 10 * 60_000

/** Undefined when there is no such mailing. */
export async function readAccounting(sql: Sql, mailing: string): Promise<Accounting | undefined> {
  const [row] = await sql.all('select * from mailing where id = $1', [mailing])
  if (row === undefined) return undefined
  const [pace] = await sql.all(
    `select cast({now} as bigint) as now, coalesce(max(updated_at), 0) as moved,
       coalesce(sum(case when state = 'sent' and updated_at > {now} - 60000 then 1 else 0 end), 0) as recent,
       coalesce(sum(case when state = 'pending' and due_at <= {now} then 1 else 0 end), 0) as due
       from delivery where mailing = $1`,
    [mailing],
  )
  return {
    mailing,
    state: readText(row, 'state'),
    note: findText(row, 'note'),
    source: readText(row, 'source'),
    slug: readText(row, 'slug'),
    audience: readNumber(row, 'audience'),
    counts: await countStates(sql, mailing),
    due: Number(pace?.due),
    perMinute: Number(pace?.recent),
    idleMs: readNumber(pace, 'now') - readNumber(pace, 'moved'),
    expiresAt: readNumber(row, 'expires_at'),
    gates: await readGates(sql),
    errors: await readErrors(sql, mailing, 5),
  }
}

export async function countStates(sql: Sql, mailing: string): Promise<Record<DeliveryState, number>> {
  const rows = await sql.all(
    'select state, count(*) as rows from delivery where mailing = $1 group by state',
    [mailing],
  )
  const found = new Map(rows.map((row) => [readText(row, 'state'), readNumber(row, 'rows')]))
  return {
    pending: found.get('pending') ?? 0,
    claimed: found.get('claimed') ?? 0,
    inflight: found.get('inflight') ?? 0,
    sent: found.get('sent') ?? 0,
    failed: found.get('failed') ?? 0,
    uncertain: found.get('uncertain') ?? 0,
    skipped: found.get('skipped') ?? 0,
    expired: found.get('expired') ?? 0,
    unmatched: found.get('unmatched') ?? 0,
  }
}

/** The newest refusals, deferrals and uncertain mails with the server's words. */
export async function readErrors(sql: Sql, mailing: string, limit: number): Promise<DeliveryError[]> {
  const rows = await sql.all(
    `select subscriber, state, code, reply from delivery where mailing = $1 and reply is not null and reply <> ''
       and state in ('pending','failed','uncertain') order by updated_at desc, subscriber limit $2`,
    [mailing, limit],
  )
  return rows.map((row) => ({
    subscriber: readText(row, 'subscriber'),
    state: readText(row, 'state'),
    code: findText(row, 'code') ?? '',
    reply: readText(row, 'reply'),
  }))
}

/** Why a person should look, or undefined: exit code 3 where this says something. */
export function findConcern(accounting: Accounting): string | undefined {
  const { state, note, counts, audience, due, idleMs, gates, errors } = accounting
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  if (sum !== audience) return `${audience} recipients, but ${sum} rows`
  if (state === 'attention') return `${counts.uncertain} uncertain, ${counts.expired} too late`
  if (state === 'paused') return note ?? 'paused'
  const isStalled = state === 'sending' && due > 0 && idleMs > stalledAfter
  return isStalled
    ? `nothing moved for ${Math.round(idleMs / 60_000)} minutes: ${gates[0]?.reason ?? errors[0]?.reply ?? 'is a worker running?'}`
    : undefined
}

/** Mailings to look at: the newest, or those of one digest. */
export async function listMailings(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql.all(
    `select id from mailing where kind in ('daily','weekly') order by sealed_at desc, id limit $1`,
    [limit],
  )
  return rows.map((row) => readText(row, 'id'))
}
