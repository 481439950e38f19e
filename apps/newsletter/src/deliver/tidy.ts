import type { Sql } from './sql.ts'

export type UncertainPolicy = 'hold' | 'resend-once'

/**
 * A worker that dies puts every row it had claimed under suspicion, though one of them at most is to blame.
 * Suspects count each further start, so a row that kills its worker four times running is given up. They go
 * behind all rows that are due already: the next worker would else begin with the same row, and the same bad
 * moment for workers could give up a row that has done nothing.
 */
const crashesAllowed = 5

/**
 * What any worker does for all: takes rows back whose worker is gone, ends what is too late or canceled, and
 * closes mailings. A mail that may have been delivered is never sent again by itself: its row becomes
 * `uncertain`, unless the operator chose `resend-once`.
 */
export async function tidy(sql: Sql, policy: UncertainPolicy): Promise<void> {
  // States are named as the partial indexes name them, or SQLite would look at every row there ever was.
  await sql.all(
    `update delivery set crashes = case when crashes = 0 then 1 else crashes end, lease_by = null, lease_until = null,
       due_at = {now}, updated_at = {now}, state = case when crashes >= $1 then 'failed' else 'pending' end,
       code = case when crashes >= $1 then 'poison' else code end,
       reply = case when crashes >= $1 then 'its worker died each time' else reply end
      where state in ('claimed','inflight') and state = 'claimed' and lease_until <= {now}`,
    [crashesAllowed],
  )
  await sql.all(
    `update delivery set state = 'uncertain', reply = 'its worker was gone before the answer', lease_by = null,
       lease_until = null, updated_at = {now} where state in ('claimed','inflight') and state = 'inflight' and lease_until <= {now}`,
  )
  if (policy === 'resend-once')
    await sql.all(
      `update delivery set state = 'pending', resends = 1, updated_at = {now}
        where state = 'uncertain' and resends = 0 and mailing in (select id from mailing where state = 'sending')`,
    )
  await sql.all(
    `update delivery set updated_at = {now}, state = (
         select case when m.state = 'canceled' then 'skipped' else 'expired' end from mailing m where m.id = delivery.mailing)
      where state in ('pending','claimed','inflight') and state = 'pending' and mailing in (
         select id from mailing where state = 'canceled' or (state in ('sending','paused') and expires_at <= {now}))`,
  )
  await closeMailings(sql)
}

/** `done` needs every recipient accounted for; anything uncertain or too late asks for attention instead. */
export async function closeMailings(sql: Sql): Promise<void> {
  await sql.all(
    `update mailing set state = case
         when audience = (select count(*) from delivery d where d.mailing = mailing.id)
          and not exists (select 1 from delivery d where d.mailing = mailing.id and d.state in ('uncertain','expired'))
         then 'done' else 'attention' end
      where state in ('sending','attention') and not exists (
        select 1 from delivery d where d.mailing = mailing.id and d.state in ('pending','claimed','inflight'))`,
  )
}
