import { schemaSteps } from './schema.ts'
import { findText, type Sql, StoreError } from './sql.ts'

/** Any number, the same for every process that migrates one PostgreSQL. */
const lock = 7_460_321

/**
 * Brings a store to the schema of this program. Any number of processes may start at once: one does it, the
 * others wait. A store made by a newer program is refused and left alone.
 */
export function migrate(sql: Sql, steps: readonly string[] = schemaSteps): Promise<void> {
  return sql.transaction(async (transaction) => {
    if (sql.engine === 'postgres') await transaction.all('select pg_advisory_xact_lock($1)', [lock])
    await transaction.all('create table if not exists meta (key text primary key, value text not null)')
    const [row] = await transaction.all("select value from meta where key = 'schema'")
    const version = Number(findText(row, 'value') ?? 0)
    if (version > steps.length)
      throw new StoreError(
        `The store has schema ${version}, this program knows ${steps.length}: it was used by a newer version. Update this machine.`,
      )
    for (const step of steps.slice(version))
      for (const statement of step.split(';')) if (statement.trim()) await transaction.all(statement)
    await transaction.all(
      "insert into meta (key, value) values ('schema', $1) on conflict (key) do update set value = excluded.value",
      [String(steps.length)],
    )
  })
}
