import type { KeyRing } from '../deliver/keys.ts'
import { findText, type Sql } from '../deliver/sql.ts'
import { UsageError } from './usage-error.ts'

/**
 * A store keeps the mark of the secret it began with, which must stay the oldest one given: with another one the
 * links in mails that are out would be unknown, and so would everybody on the suppression list. On several machines
 * each would make a secret of its own.
 */
export async function demandSameSecret(sql: Sql, { all }: KeyRing): Promise<void> {
  const oldest = all.at(-1)?.id ?? ''
  const known = (await readMark(sql)) ?? (await begin(sql, oldest))
  if (known === oldest) return
  throw new UsageError(
    all.some(({ id }) => id === known)
      ? 'BROADSHEET_SECRET must name the secret that the store began with last: `new,old`.'
      : 'The store was begun with another secret. Set BROADSHEET_SECRET to that one, the same on every machine, or to `new,old`; without the variable it is the file `secret` in the data folder.',
  )
}

async function readMark(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.all("select value from meta where key = 'secret'")
  return findText(row, 'value')
}

/** Of several who come first together, one begins. */
async function begin(sql: Sql, mark: string): Promise<string | undefined> {
  await sql.all("insert into meta (key, value) values ('secret', $1) on conflict do nothing", [mark])
  return readMark(sql)
}
