import { type Evidence, logConsent } from '../deliver/consent-log.ts'
import { sealForOne } from '../deliver/seal.ts'
import { findNumber, findText, readNumber, readText, type Sql } from '../deliver/sql.ts'
import { hashAddress, parseAddress } from './address.ts'
import type { Desk } from './desk.ts'
import { hashToken } from './request.ts'

const week = 7 * 86_400_000

/**
 * Answers a confirmation. Its token works once; pressing the button again says the same. False for a token that
 * is unknown or too old.
 */
export function confirm(desk: Desk, token: string, evidence: Evidence): Promise<boolean> {
  return desk.sql.transaction(async (sql) => {
    const [row] = await sql.all(
      `select c.token_sha256, c.used_at, c.expires_at, s.id, s.state, s.new_address, s.address_hash,
         cast({now} as bigint) as now
         from confirmation c join subscriber s on s.id = c.subscriber where c.token_sha256 = $1`,
      [hashToken(token)],
    )
    if (row === undefined) return false
    if (findNumber(row, 'used_at') !== undefined) return readText(row, 'state') === 'active'
    const now = readNumber(row, 'now')
    if (readNumber(row, 'expires_at') <= now) return false
    const subscriber = readText(row, 'id')
    await sql.all('update confirmation set used_at = {now} where token_sha256 = $1', [
      readText(row, 'token_sha256'),
    ])
    const newAddress = findText(row, 'new_address')
    if (newAddress !== undefined) return moveAddress({ ...desk, sql }, subscriber, newAddress, evidence)
    await sql.all("delete from suppression where address_hash = $1 and reason = 'erased'", [
      readText(row, 'address_hash'),
    ])
    await sql.all(
      `update subscriber set state = 'active', confirmed_at = {now}, left_at = null, asked = 0, asked_at = 0 where id = $1`,
      [subscriber],
    )
    await logConsent(sql, subscriber, 'confirmed', evidence)
    await welcome({ ...desk, sql }, subscriber, now)
    return true
  })
}

/** False when somebody else has taken the address meanwhile, or it must not be mailed. */
async function moveAddress(
  { sql, ring }: Desk,
  subscriber: string,
  text: string,
  evidence: Evidence,
): Promise<boolean> {
  const address = parseAddress(text)
  if (address === undefined) return false
  const hash = hashAddress(address.key, ring.suppress)
  const isFree = await isAddressFree(sql, address.key, hash)
  await sql.all('update subscriber set new_address = null where id = $1', [subscriber])
  if (!isFree) return false
  await sql.all(
    `update subscriber set address = $2, address_key = $3, address_hash = $4, domain = $5, asked = 0, asked_at = 0
      where id = $1`,
    [subscriber, address.address, address.key, hash, address.domain],
  )
  await logConsent(sql, subscriber, 'address changed', evidence)
  return true
}

/** Whether an address is nobody's and may be mailed. */
export async function isAddressFree(sql: Sql, key: string, hash: string): Promise<boolean> {
  const rows = await sql.all(
    `select 1 as taken from subscriber where address_key = $1
       union all select 1 from suppression where address_hash = $2 and reason <> 'erased'`,
    [key, hash],
  )
  return rows.length === 0
}

async function welcome({ sql, letter }: Desk, subscriber: string, now: number): Promise<void> {
  const id = `welcome/${subscriber}/${now.toString(36)}`
  const plan = { id, kind: 'welcome' as const, slug: '', source: '', dueAt: now, expiresAt: now + week }
  await sealForOne(sql, plan, subscriber, letter('welcome'))
}
