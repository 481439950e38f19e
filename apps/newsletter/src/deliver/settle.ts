import type { Held } from './begin.ts'
import { mayReceive } from './eligible.ts'
import type { Settlement } from './settlement.ts'
import { formatRows, type Sql, type Value } from './sql.ts'

export type Settled = Held & { readonly settlement: Settlement }

const longestReply = 500

/** Writes how mails ended, and what follows from that. Rows whose lease is no longer held stay as they are. */
export async function settle(sql: Sql, rows: readonly Settled[]): Promise<void> {
  const denied = rows.filter(({ settlement }) => settlement.state === 'denied')
  const decided = rows.filter(({ settlement }) => settlement.state !== 'denied')
  if (decided.length > 0) await writeDecided(sql, decided)
  if (denied.length > 0) await giveBack(sql, denied)
  for (const row of decided) await writeConsequences(sql, row)
}

async function writeDecided(sql: Sql, rows: readonly Settled[]): Promise<void> {
  const values: Value[] = rows.flatMap(({ mailing, subscriber, lease, settlement: s }) => [
    mailing,
    subscriber,
    lease,
    s.state,
    s.code,
    s.reply.slice(0, longestReply),
    s.remoteId ?? null,
    String(s.delayMs),
    s.giveBack ? '1' : '0',
  ])
  await sql.all(
    `with v(mailing, subscriber, lease, state, code, reply, remote_id, delay, back) as
       (values ${formatRows(rows.length, 9, 1)})
     update delivery set state = v.state, code = v.code, reply = v.reply, remote_id = v.remote_id,
       due_at = case when v.delay = '0' then due_at else {now} + cast(v.delay as bigint) end,
       attempts = attempts - cast(v.back as bigint), crashes = 0, lease_by = null, lease_until = null, updated_at = {now}
       from v where delivery.mailing = v.mailing and delivery.subscriber = v.subscriber
        and delivery.lease_by = v.lease and delivery.state in ('claimed','inflight')`,
    values,
  )
}

/**
 * Gives rows back whose mail surely did not go out. Why a mail may not go out decides what becomes of its row: too late is `expired`,
 * a reader who left or a canceled mailing is `skipped`, and anything else, such as a pause, waits as `pending`.
 */
export async function giveBack(sql: Sql, rows: readonly Held[]): Promise<void> {
  const values: Value[] = rows.flatMap(({ mailing, subscriber, lease }) => [mailing, subscriber, lease])
  await sql.all(
    `with v(mailing, subscriber, lease) as (values ${formatRows(rows.length, 3, 1)})
     update delivery set lease_by = null, lease_until = null, updated_at = {now}, attempts = attempts - 1,
       state = case when m.state = 'canceled' then 'skipped' when m.expires_at <= {now} then 'expired'
         when not exists (select 1 from subscriber s where s.id = v.subscriber and ${mayReceive}) then 'skipped'
         else 'pending' end
       from v join mailing m on m.id = v.mailing
      where delivery.mailing = v.mailing and delivery.subscriber = v.subscriber
        and delivery.lease_by = v.lease and delivery.state in ('claimed','inflight')`,
    values,
  )
}

async function writeConsequences(sql: Sql, { mailing, subscriber, settlement }: Settled): Promise<void> {
  const { suppress: isDead, soft, pauses, counts } = settlement
  if (isDead === true) await suppressSubscriber(sql, subscriber, 'bounced')
  if (soft === true) await addSoftBounce(sql, subscriber)
  if (pauses !== undefined) await pauseMailing(sql, mailing, `refused: ${pauses.slice(0, longestReply)}`)
  if (counts === true) await pauseWhenRefused(sql, mailing)
}

/** Never mail this address again, even after its row was erased. */
export async function suppressSubscriber(
  sql: Sql,
  subscriber: string,
  state: 'bounced' | 'complained',
): Promise<void> {
  await sql.all(
    `insert into suppression (address_hash, reason, at)
       select address_hash, $2, {now} from subscriber where id = $1 on conflict (address_hash) do nothing`,
    [subscriber, state],
  )
  await sql.all(`update subscriber set state = $2 where id = $1 and state in ('pending','active')`, [
    subscriber,
    state,
  ])
}

/** A full mailbox counts once a day; on the third such day the address is given up. */
export async function addSoftBounce(sql: Sql, subscriber: string): Promise<void> {
  await sql.all(
    `update subscriber set soft_score = soft_score + 1, soft_day = cast({now} / 86400000 as text)
      where id = $1 and (soft_day is null or soft_day <> cast({now} / 86400000 as text))`,
    [subscriber],
  )
  const [row] = await sql.all('select id from subscriber where id = $1 and soft_score >= 3', [subscriber])
  if (row !== undefined) await suppressSubscriber(sql, subscriber, 'bounced')
}

export async function pauseMailing(sql: Sql, mailing: string, note: string): Promise<void> {
  await sql.all(`update mailing set state = 'paused', note = $2 where id = $1 and state = 'sending'`, [
    mailing,
    note,
  ])
}

/** The canary: five refusals that are more than a tenth of all answers, and the mailing waits for a person. */
async function pauseWhenRefused(sql: Sql, mailing: string): Promise<void> {
  await sql.all(
    `update mailing set state = 'paused', note = 'too many mails were refused'
      where id = $1 and state = 'sending' and exists (
        select 1 from (
          select sum(case when d.state = 'failed' then 1 else 0 end) as refused, count(*) as answered
            from delivery d left join subscriber s on s.id = d.subscriber
           where d.mailing = $1 and (d.state = 'sent' or (d.state = 'failed' and coalesce(s.state, '') <> 'bounced'))) t
         where t.refused >= 5 and t.refused * 10 > t.answered)`,
    [mailing],
  )
}
