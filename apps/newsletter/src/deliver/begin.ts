import type { Claim } from './claim.ts'
import { mayReceive } from './eligible.ts'
import { formatRows, readText, type Sql, type Value } from './sql.ts'

/** What names one row of the ledger together with the right to write it. */
export type Held = Pick<Claim, 'mailing' | 'subscriber' | 'lease'>

/**
 * Marks claimed rows as under way. Its commit comes before the last byte of a mail; a row that is not in the
 * answer must not be completed: its reader left, the mailing was paused or is over, or the lease ran out. What
 * allows a mail is held until the commit, so that a pause, a cancel or a leave never commits in between.
 */
export async function begin(sql: Sql, rows: readonly Held[], leaseMs: number): Promise<ReadonlySet<string>> {
  const values: Value[] = rows.flatMap(({ mailing, subscriber, lease }) => [mailing, subscriber, lease])
  const begun = await sql.all(
    `with v(mailing, subscriber, lease) as (values ${formatRows(rows.length, 3, 2)}),
       allowed as materialized (
         select v.mailing, v.subscriber, v.lease
           from v join mailing m on m.id = v.mailing join subscriber s on s.id = v.subscriber
          where m.state = 'sending' and m.expires_at > {now} and ${mayReceive} {hold})
     update delivery set state = 'inflight', lease_until = {now} + $1, updated_at = {now}
       from allowed a
      where delivery.mailing = a.mailing and delivery.subscriber = a.subscriber and delivery.lease_by = a.lease
        and delivery.state = 'claimed' and delivery.lease_until > {now}
     returning delivery.mailing as mailing, delivery.subscriber as subscriber`,
    [leaseMs, ...values],
  )
  return new Set(
    begun.map((row) =>
      toRowKey({ mailing: readText(row, 'mailing'), subscriber: readText(row, 'subscriber') }),
    ),
  )
}

/** Counts the start of a row that was there when a worker died; `settle` clears the count. */
export async function suspect(sql: Sql, { mailing, subscriber, lease }: Held): Promise<void> {
  await sql.all(
    `update delivery set crashes = crashes + 1 where mailing = $1 and subscriber = $2 and lease_by = $3
       and state = 'claimed'`,
    [mailing, subscriber, lease],
  )
}

/** One text for one row of the ledger; no id holds a space. */
export function toRowKey({ mailing, subscriber }: Pick<Held, 'mailing' | 'subscriber'>): string {
  return `${mailing} ${subscriber}`
}
