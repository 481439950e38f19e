import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import type { Sql } from './sql.ts'
import { openSqlite, prepareSqlite } from './sqlite.ts'

/** Opens PostgreSQL when `databaseUrl` is given, else one SQLite file in the data folder; both up to date. */
export async function openStore(data: string, databaseUrl: string | undefined, clock: Clock): Promise<Sql> {
  if (databaseUrl !== undefined) {
    const sql = openPostgres(databaseUrl)
    await migrate(sql)
    return sql
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const file = join(data, 'mail.sqlite')
  // SQLite would make it readable by everybody, and its log likewise.
  closeSync(openSync(file, 'a', 0o600))
  const sql = openSqlite(file, clock)
  await prepareSqlite(sql)
  await migrate(sql)
  return sql
}
