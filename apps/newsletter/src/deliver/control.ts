import { mayReceive } from './eligible.ts'
import { openGates } from './gates.ts'
import { pauseMailing } from './settle.ts'
import type { Sql } from './sql.ts'
import { closeMailings } from './tidy.ts'

/** Nothing more of it goes out until `resume`, except mails whose last byte is on its way. */
export function pause(sql: Sql, mailing: string): Promise<void> {
  return pauseMailing(sql, mailing, 'paused by hand')
}

/** Everything that is under way waits for a person; tells how many mailings. */
export async function pauseAll(sql: Sql, note: string): Promise<number> {
  const rows = await sql.all(
    "update mailing set state = 'paused', note = $1 where state = 'sending' returning id",
    [note],
  )
  return rows.length
}

/** Goes on, and tries servers again that were given up. */
export async function resume(sql: Sql, mailing: string): Promise<void> {
  await sql.all(`update mailing set state = 'sending', note = null where id = $1 and state = 'paused'`, [
    mailing,
  ])
  await openGates(sql)
}

/** For good: what has not gone out is `skipped`. */
export async function cancel(sql: Sql, mailing: string): Promise<void> {
  await sql.transaction(async (transaction) => {
    await transaction.all(
      `update mailing set state = 'canceled', note = 'canceled by hand' where id = $1 and state in ('sending','paused')`,
      [mailing],
    )
    await transaction.all(
      `update delivery set state = 'skipped', updated_at = {now} where mailing = $1 and state = 'pending'
        and exists (select 1 from mailing m where m.id = $1 and m.state = 'canceled')`,
      [mailing],
    )
  })
}

/** Tries those again who were refused or came too late, within a new window; tells how many. */
export async function retry(sql: Sql, mailing: string, windowMs: number): Promise<number> {
  return sql.transaction(async (transaction) => {
    const rows = await transaction.all(
      `update delivery set state = 'pending', due_at = {now}, attempts = 0, crashes = 0, updated_at = {now}
         from mailing m join subscriber s on 1 = 1
        where delivery.mailing = $1 and delivery.state in ('failed','expired') and m.id = delivery.mailing
          and m.state in ('sending','paused','done','attention') and s.id = delivery.subscriber and ${mayReceive}
       returning delivery.subscriber as subscriber`,
      [mailing],
    )
    if (rows.length > 0) await reopen(transaction, mailing, windowMs)
    return rows.length
  })
}

/**
 * Decides about uncertain mails: `sent` believes that they arrived, `resend` sends them once more (same
 * bytes, same Message-ID), `accept` also takes what came too late as it is. Tells how many rows changed.
 */
export async function resolve(
  sql: Sql,
  mailing: string,
  decision: 'sent' | 'resend' | 'accept',
  windowMs: number,
): Promise<number> {
  return sql.transaction(async (transaction) => {
    const rows = await transaction.all(resolutions[decision], [mailing])
    if (decision === 'resend' && rows.length > 0) await reopen(transaction, mailing, windowMs)
    await closeMailings(transaction)
    return rows.length
  })
}

const resolutions = {
  sent: `update delivery set state = 'sent', updated_at = {now} where mailing = $1 and state = 'uncertain'
         returning subscriber`,
  resend: `update delivery set state = 'pending', due_at = {now}, resends = resends + 1, updated_at = {now}
            where mailing = $1 and state = 'uncertain' returning subscriber`,
  accept: `update delivery set code = 'accepted', updated_at = {now},
             state = case when state = 'uncertain' then 'sent' else 'skipped' end
            where mailing = $1 and state in ('uncertain','expired') returning subscriber`,
} as const

async function reopen(sql: Sql, mailing: string, windowMs: number): Promise<void> {
  await sql.all(
    `update mailing set state = case when state = 'paused' then state else 'sending' end,
       expires_at = case when expires_at < {now} + $2 then {now} + $2 else expires_at end where id = $1`,
    [mailing, windowMs],
  )
}

/** A bounce or a click on a link of that very mail proves that it arrived. */
export async function believeArrived(sql: Sql, ref: string, subscriber: string): Promise<void> {
  const rows = await sql.all(
    `update delivery set state = 'sent', updated_at = {now} where subscriber = $2 and state = 'uncertain'
       and mailing = (select id from mailing where ref = $1) returning mailing`,
    [ref, subscriber],
  )
  if (rows.length > 0) await closeMailings(sql)
}
