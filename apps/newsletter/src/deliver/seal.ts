import { createHash } from 'node:crypto'
import type { Message } from '../compose/message.ts'
import { mayReceive } from './eligible.ts'
import { readNumber, readText, type Sql } from './sql.ts'
import { toMailingRef } from './tokens.ts'

/** What is sealed: everything but the content. `source` is a hash of the digest, to tell later edits. */
export type MailingPlan = {
  readonly id: string
  readonly kind: Message['kind']
  readonly slug: string
  readonly source: string
  readonly dueAt: number
  readonly expiresAt: number
}

/** Finds the mail for a preference; undefined where nothing matches it. */
export type Compose = (preference: string) => Message | undefined

/**
 * Freezes a mailing: its words, one variant for each preference that matches something, and its audience, one row
 * for each recipient, in one transaction. False when it was sealed before; then nothing changes. Any number of
 * processes may try at once.
 */
export async function seal(sql: Sql, plan: MailingPlan, compose: Compose): Promise<boolean> {
  const composed = new Map<string, Message | undefined>()
  for (;;) {
    for (const preference of await listPreferences(sql, plan.kind))
      if (!composed.has(preference)) composed.set(preference, compose(preference))
    try {
      return await sql.transaction((transaction) => freeze(transaction, plan, composed))
    } catch (error) {
      if (!(error instanceof NewPreferenceError)) throw error
    }
  }
}

/** Somebody wants what nobody wanted when the mails were written; nothing is sealed, and they are written again. */
class NewPreferenceError extends Error {
  override readonly name = 'NewPreferenceError'
}

/** A mailing to one person, such as a confirmation; false when it was sealed before. */
export async function sealForOne(
  sql: Sql,
  plan: MailingPlan,
  subscriber: string,
  message: Message,
): Promise<boolean> {
  return sql.transaction(async (transaction) => {
    if (!(await insertMailing(transaction, plan))) return false
    const variant = await insertVariant(transaction, plan.id, message)
    await transaction.all(
      `insert into delivery (mailing, subscriber, domain, variant, due_at, updated_at)
         select $1, s.id, s.domain, $3, $4, {now} from subscriber s where s.id = $2`,
      [plan.id, subscriber, variant, plan.dueAt],
    )
    await countAudience(transaction, plan.id)
    return true
  })
}

/** A mailing that came too late to be sent: visible, with nobody in it. */
export async function sealMissed(sql: Sql, plan: MailingPlan): Promise<boolean> {
  return sql.transaction(async (transaction) => {
    if (!(await insertMailing(transaction, plan))) return false
    await transaction.all("update mailing set state = 'missed' where id = $1", [plan.id])
    return true
  })
}

async function listPreferences(sql: Sql, kind: Message['kind']): Promise<string[]> {
  const rows = await sql.all(
    "select distinct preference from subscriber where state = 'active' and frequency = $1 order by preference",
    [kind === 'weekly' ? 'weekly' : 'daily'],
  )
  return rows.map((row) => readText(row, 'preference'))
}

async function freeze(
  sql: Sql,
  plan: MailingPlan,
  composed: ReadonlyMap<string, Message | undefined>,
): Promise<boolean> {
  const known = await sql.all('select id from mailing where id = $1', [plan.id])
  if (known.length > 0 || !(await insertMailing(sql, plan))) return false
  for (const [preference, message] of composed)
    await sql.all('insert into choice (mailing, preference, variant) values ($1, $2, $3)', [
      plan.id,
      preference,
      message === undefined ? '' : await insertVariant(sql, plan.id, message),
    ])
  await insertAudience(sql, plan)
  // Read after the audience, which leaves out whoever changed to a preference without a mail before it.
  const wanted = await listPreferences(sql, plan.kind)
  if (wanted.some((preference) => !composed.has(preference))) throw new NewPreferenceError()
  await countAudience(sql, plan.id)
  await countRows(sql)
  return true
}

async function insertMailing(sql: Sql, plan: MailingPlan): Promise<boolean> {
  const rows = await sql.all(
    `insert into mailing (id, ref, kind, slug, source, sealed_at, due_at, expires_at, state, audience)
       values ($1, $2, $3, $4, $5, {now}, $6, $7, 'sending', 0) on conflict do nothing returning id`,
    [plan.id, toMailingRef(plan.id), plan.kind, plan.slug, plan.source, plan.dueAt, plan.expiresAt],
  )
  return rows.length > 0
}

async function insertVariant(sql: Sql, mailing: string, message: Message): Promise<string> {
  const sealed = JSON.stringify(message)
  const id = createHash('sha256').update(sealed).digest('hex')
  await sql.all('insert into variant (mailing, id, message) values ($1, $2, $3) on conflict do nothing', [
    mailing,
    id,
    sealed,
  ])
  return id
}

async function insertAudience(sql: Sql, plan: MailingPlan): Promise<void> {
  await sql.all(
    `insert into delivery (mailing, subscriber, domain, variant, state, due_at, updated_at)
       select m.id, s.id, s.domain, c.variant, case c.variant when '' then 'unmatched' else 'pending' end, m.due_at, {now}
         from mailing m join choice c on c.mailing = m.id join subscriber s on s.preference = c.preference
        where m.id = $1 and s.frequency = (case m.kind when 'weekly' then 'weekly' else 'daily' end) and ${mayReceive}`,
    [plan.id],
  )
}

async function countAudience(sql: Sql, mailing: string): Promise<void> {
  await sql.all(
    'update mailing set audience = (select count(*) from delivery d where d.mailing = $1) where id = $1',
    [mailing],
  )
}

/**
 * PostgreSQL takes the rows that suddenly wait for few until it has counted them, which it does a minute later by
 * itself, and sorts them all for each claim.
 */
async function countRows(sql: Sql): Promise<void> {
  if (sql.engine === 'postgres') await sql.all('analyze delivery, mailing')
}

/** How many would get a mailing of this kind now. */
export async function countReaders(sql: Sql, kind: 'daily' | 'weekly'): Promise<number> {
  const [row] = await sql.all(
    `select count(*) as readers from subscriber s where s.state = 'active' and s.frequency = $1 and s.paused_until <= {now}
       and not exists (select 1 from suppression x where x.address_hash = s.address_hash)`,
    [kind],
  )
  return readNumber(row, 'readers')
}
