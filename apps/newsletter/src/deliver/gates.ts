import type { Settlement } from './settlement.ts'
import { findText, readNumber, readText, type Sql } from './sql.ts'

/** While a gate is shut nothing that it guards is claimed: `smtp` for everything, `domain:<name>` for one host. */
export type Gate = {
  readonly key: string
  readonly openAt: number
  readonly failures: number
  readonly reason: string
}

const longest = { service: 10 * 60_000, domain: 60 * 60_000 } as const
const first = { service: 5_000, domain: 60_000 } as const
const never = 9_000_000_000_000_000
const loginsAllowed = 3

/** Shuts a gate for longer each time. A password that is refused three times needs a person (`resume`). */
export async function shutGate(
  sql: Sql,
  closes: NonNullable<Settlement['closes']>,
  domain: string,
  reason: string,
): Promise<void> {
  const kind = closes === 'domain' ? 'domain' : 'service'
  const key = closes === 'domain' ? `domain:${domain}` : 'smtp'
  const [row] = await sql.all(
    `insert into gate (key, open_at, failures, reason) values ($1, {now} + $2, 1, $3)
       on conflict (key) do update set failures = gate.failures + 1, reason = excluded.reason
     returning failures`,
    [key, first[kind], reason.slice(0, 500)],
  )
  const failures = readNumber(row, 'failures')
  const isLatched = closes === 'login' && failures >= loginsAllowed
  const wait = Math.min(longest[kind], first[kind] * 2 ** Math.min(failures - 1, 20))
  await sql.all(`update gate set open_at = ${isLatched ? '$2' : '{now} + $2'} where key = $1`, [
    key,
    isLatched ? never : wait,
  ])
}

/** After a mail was taken, or by hand. */
export async function openGates(sql: Sql, keys?: readonly string[]): Promise<void> {
  if (keys === undefined) await sql.all('delete from gate')
  else for (const key of keys) await sql.all('delete from gate where key = $1', [key])
}

export async function readGates(sql: Sql): Promise<Gate[]> {
  const rows = await sql.all(
    'select key, open_at, failures, reason from gate where open_at > {now} order by key',
  )
  return rows.map((row) => ({
    key: readText(row, 'key'),
    openAt: readNumber(row, 'open_at'),
    failures: readNumber(row, 'failures'),
    reason: findText(row, 'reason') ?? '',
  }))
}

/** A gate that no pause of ours will open. */
export function isLatched(gate: Gate): boolean {
  return gate.openAt >= never
}
