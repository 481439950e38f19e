import { findText, type Row, readText, type Sql } from '../deliver/sql.ts'
import { hashAddress, parseAddress } from './address.ts'
import type { Desk } from './desk.ts'

/** Everything that is stored about one person. */
export type PersonalData = {
  readonly subscriber: Row
  readonly consent: readonly Row[]
  readonly deliveries: readonly Row[]
  readonly suppressed: Row | null
}

/** The id of whoever has this address. */
export async function findSubscriber(sql: Sql, text: string): Promise<string | undefined> {
  const [row] = await sql.all('select id from subscriber where address_key = $1', [
    parseAddress(text)?.key ?? '',
  ])
  return findText(row, 'id')
}

export async function exportPersonalData(sql: Sql, subscriber: string): Promise<PersonalData | undefined> {
  const [row] = await sql.all(
    `select id, address, new_address, state, frequency, preference, paused_until, created_at, confirmed_at, left_at,
       soft_score, address_hash from subscriber where id = $1`,
    [subscriber],
  )
  if (row === undefined) return undefined
  const { address_hash: _, ...shown } = row
  const [suppressed] = await sql.all('select reason, at from suppression where address_hash = $1', [
    readText(row, 'address_hash'),
  ])
  return {
    subscriber: shown,
    consent: await sql.all(
      'select kind, at, wording_sha256, evidence from consent where subscriber = $1 order by at, id',
      [subscriber],
    ),
    deliveries: await sql.all(
      'select mailing, state, code, reply, updated_at from delivery where subscriber = $1 order by updated_at',
      [subscriber],
    ),
    suppressed: suppressed ?? null,
  }
}

/**
 * Forgets a person: the address is gone, its keyed hash stays so that no import brings it back, of consent kind
 * and time remain, of deliveries the state.
 */
export function erase({ sql }: Pick<Desk, 'sql'>, subscriber: string): Promise<boolean> {
  return sql.transaction(async (transaction) => {
    const rows = await transaction.all('delete from subscriber where id = $1 returning address_hash', [
      subscriber,
    ])
    if (rows.length === 0) return false
    await suppressErased(transaction, readText(rows[0], 'address_hash'))
    await transaction.all('delete from confirmation where subscriber = $1', [subscriber])
    await transaction.all('update consent set evidence = null, wording_sha256 = null where subscriber = $1', [
      subscriber,
    ])
    await transaction.all('update delivery set reply = null, remote_id = null where subscriber = $1', [
      subscriber,
    ])
    return true
  })
}

/** An address that never was a subscriber's can be barred from imports too. */
export async function eraseAddress(
  { sql, ring }: Pick<Desk, 'sql' | 'ring'>,
  text: string,
): Promise<boolean> {
  const address = parseAddress(text)
  if (address === undefined) return false
  const subscriber = await findSubscriber(sql, text)
  if (subscriber !== undefined) return erase({ sql }, subscriber)
  await suppressErased(sql, hashAddress(address.key, ring.suppress))
  return true
}

async function suppressErased(sql: Sql, hash: string): Promise<void> {
  await sql.all(
    "insert into suppression (address_hash, reason, at) values ($1, 'erased', {now}) on conflict (address_hash) do nothing",
    [hash],
  )
}

/** Forgets what has no purpose any more: requests nobody answered in a week, replies after 30 days, deliveries after 400. */
export async function purge(sql: Sql): Promise<void> {
  await sql.all(
    "delete from subscriber where state = 'pending' and asked_at < {now} - 604800000 and created_at < {now} - 604800000",
  )
  await sql.all('delete from confirmation where expires_at < {now} - 604800000')
  await sql.all(
    'update delivery set reply = null where reply is not null and updated_at < {now} - 2592000000',
  )
  await sql.all(
    `delete from delivery where updated_at < {now} - 34560000000
       and exists (select 1 from mailing m where m.id = delivery.mailing and m.state not in ('sending','paused'))`,
  )
}
