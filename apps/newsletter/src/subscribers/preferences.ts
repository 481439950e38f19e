import { toSlug } from '@broadsheet/core'
import { z } from 'zod'
import type { Preference } from '../compose/preference.ts'
import { type Evidence, logConsent } from '../deliver/consent-log.ts'
import { findText, type Row, readNumber, readText } from '../deliver/sql.ts'
import { hashAddress, parseAddress } from './address.ts'
import { isAddressFree } from './confirm.ts'
import type { Desk } from './desk.ts'
import { askToConfirm } from './request.ts'

const Stored = z.object({
  topics: z.array(z.string()),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
}) satisfies z.ZodType<Preference>

const mostWishes = 50

/**
 * One text for the same wishes in any order; empty when everything is wanted. Topics and authors may be written as
 * people write them; categories are arXiv's own names.
 */
export function formatPreference(preference: Preference): string {
  const sort = (list: readonly string[], toKey: (word: string) => string) => {
    const words = list.map((word) => word.trim()).filter((word) => word !== '')
    return [...new Set(words.map(toKey))].sort().slice(0, mostWishes)
  }
  const sorted = {
    topics: sort(preference.topics, toSlug),
    authors: sort(preference.authors, toSlug),
    categories: sort(preference.categories, (id) => id),
  }
  return Object.values(sorted).every((list) => list.length === 0) ? '' : JSON.stringify(sorted)
}

/** Undefined when everything is wanted. */
export function parsePreference(text: string): Preference | undefined {
  return text === '' ? undefined : Stored.parse(JSON.parse(text))
}

/** What a subscriber may see and change. `pausedUntil` is 0 when mail comes. */
export type Settings = {
  readonly address: string
  readonly state: string
  readonly frequency: string
  readonly preference: Preference
  readonly pausedUntil: number
}

export async function readSettings(
  { sql }: Pick<Desk, 'sql'>,
  subscriber: string,
): Promise<Settings | undefined> {
  const [row] = await sql.all('select * from subscriber where id = $1', [subscriber])
  return row === undefined ? undefined : toSettings(row)
}

function toSettings(row: Row): Settings {
  return {
    address: readText(row, 'address'),
    state: readText(row, 'state'),
    frequency: readText(row, 'frequency'),
    preference: parsePreference(readText(row, 'preference')) ?? { topics: [], authors: [], categories: [] },
    pausedUntil: readNumber(row, 'paused_until'),
  }
}

export type Change = {
  readonly frequency: 'daily' | 'weekly'
  readonly preference: string
  readonly pauseDays: number
  /** Whoever has left comes back. */
  readonly joins: boolean
  readonly newAddress?: string | undefined
}

/** Saves wishes at once; a new address takes effect when it has confirmed, which is asked once a day of anybody. */
export function changeSettings(
  desk: Desk,
  subscriber: string,
  change: Change,
  evidence: Evidence,
): Promise<void> {
  return desk.sql.transaction(async (sql) => {
    const rows = await sql.all(
      `update subscriber set frequency = $2, preference = $3, paused_until = case when $4 = '0' then 0
         else {now} + cast($4 as bigint) end where id = $1 returning cast({now} as bigint) as now, address`,
      [subscriber, change.frequency, change.preference, String(change.pauseDays * 86_400_000)],
    )
    if (rows.length === 0) return
    if (change.joins) await rejoin({ ...desk, sql }, subscriber, evidence)
    const wanted = change.newAddress === undefined ? undefined : parseAddress(change.newAddress)
    if (wanted === undefined || wanted.address === findText(rows[0], 'address')) return
    if (!(await isAddressFree(sql, wanted.key, hashAddress(wanted.key, desk.ring.suppress)))) return
    const asked = await sql.all(
      `update subscriber set new_address = $2
        where id = $1 and asked < 3 and (asked = 0 or asked_at <= {now} - 86400000) and not exists (
          select 1 from subscriber other where other.new_address = $2 and other.asked_at > {now} - 86400000)
        returning id`,
      [subscriber, wanted.address],
    )
    if (asked.length > 0) await askToConfirm({ ...desk, sql }, subscriber, readNumber(rows[0], 'now'))
  })
}

/** Their own link has shown that the address is theirs, so nothing needs confirming. */
async function rejoin({ sql }: Desk, subscriber: string, evidence: Evidence): Promise<void> {
  const rows = await sql.all(
    `update subscriber set state = 'active', left_at = null where id = $1 and state = 'left' returning id`,
    [subscriber],
  )
  if (rows.length > 0) await logConsent(sql, subscriber, 'rejoined', evidence)
}
