import { createHash } from 'node:crypto'
import { type Evidence, logConsent, makeId } from '../deliver/consent-log.ts'
import { sealForOne } from '../deliver/seal.ts'
import { findNumber, type Row, readNumber, readText, type Sql } from '../deliver/sql.ts'
import { formatConfirmToken } from '../deliver/tokens.ts'
import { type Address, hashAddress } from './address.ts'
import type { Desk } from './desk.ts'

export type Wishes = { readonly frequency: 'daily' | 'weekly'; readonly preference: string }

/** What happened, for the operator alone; whoever asked over the network sees the same answer always. */
export type RequestResult = 'asked' | 'already active' | 'asked before' | 'suppressed'

const day = 86_400_000
const week = 7 * day
const unansweredAllowed = 3

/**
 * Asks for a subscription: a confirmation goes out and nothing else happens until it is answered. An active
 * subscriber stays as they are. At most one confirmation a day to an address, and three without an answer.
 */
export function requestSubscription(
  desk: Desk,
  address: Address,
  wishes: Wishes,
  evidence: Evidence,
): Promise<RequestResult> {
  return desk.sql.transaction(async (sql) => {
    const hash = hashAddress(address.key, desk.ring.suppress)
    const [barred] = await sql.all(
      "select 1 as barred from suppression where address_hash = $1 and reason <> 'erased'",
      [hash],
    )
    if (barred !== undefined) return 'suppressed'
    const row = await findOrInsert(sql, address, hash, wishes)
    const state = readText(row, 'state')
    if (state === 'active') return 'already active'
    if (state !== 'pending' && state !== 'left') return 'suppressed'
    if (!isAllowed(row)) return 'asked before'
    await askToConfirm({ ...desk, sql }, readText(row, 'id'), readNumber(row, 'now'))
    await logConsent(sql, readText(row, 'id'), 'requested', evidence)
    return 'asked'
  })
}

/** Sends a confirmation whose token is kept as a hash; it counts against the subscriber's limit. */
export async function askToConfirm(
  { sql, ring, letter }: Desk,
  subscriber: string,
  now: number,
): Promise<void> {
  const [row] = await sql.all(
    'update subscriber set asked = asked + 1, asked_at = {now} where id = $1 returning asked, created_at',
    [subscriber],
  )
  // Unlike the count alone, the time is never the same again after an answer has reset the count.
  const id = `confirmation/${subscriber}/${now.toString(36)}${readNumber(row, 'asked')}`
  const plan = { id, kind: 'confirmation' as const, slug: '', source: '', dueAt: now, expiresAt: now + week }
  await sealForOne(sql, plan, subscriber, letter('confirmation'))
  await sql.all('insert into confirmation (token_sha256, subscriber, expires_at) values ($1, $2, $3)', [
    hashToken(formatConfirmToken(ring.current, id)),
    subscriber,
    now + week,
  ])
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

async function findOrInsert(
  sql: Sql,
  { address, key, domain }: Address,
  hash: string,
  wishes: Wishes,
): Promise<Row> {
  await sql.all(
    `insert into subscriber (id, address, address_key, address_hash, domain, state, frequency, preference, created_at)
       values ($1, $2, $3, $4, $5, 'pending', $6, $7, {now}) on conflict (address_key) do nothing`,
    [makeId(), address, key, hash, domain, wishes.frequency, wishes.preference],
  )
  const [row] = await sql.all(
    'select id, state, asked, asked_at, cast({now} as bigint) as now from subscriber where address_key = $1',
    [key],
  )
  return row ?? {}
}

function isAllowed(row: Row): boolean {
  const asked = findNumber(row, 'asked') ?? 0
  return (
    asked < unansweredAllowed &&
    readNumber(row, 'now') - readNumber(row, 'asked_at') >= (asked === 0 ? 0 : day)
  )
}
