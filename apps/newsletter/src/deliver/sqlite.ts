import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Clock } from './clock.ts'
import { type Sql, StoreError, type Value } from './sql.ts'

const patience = 30_000

/**
 * A store in one file, for one machine and any number of processes. Every commit is on the disk before its
 * promise resolves (WAL with `synchronous=FULL`). Refuses a file system whose locks do not hold.
 */
export function openSqlite(file: string, clock: Clock): Sql {
  const database = new DatabaseSync(file, { timeout: patience })
  database.function('now_ms', () => clock.now())
  const connection = connect(database, clock)
  connection.run('pragma synchronous = full', [])
  connection.run('pragma foreign_keys = on', [])
  // From here on waiting is ours (`patiently`); before, another program may just have made the file.
  connection.run('pragma busy_timeout = 0', [])
  return {
    engine: 'sqlite',
    all: (text, values = []) =>
      connection.alone(() => connection.patiently(() => connection.run(text, values))),
    transaction: (work) => connection.alone(() => transact(connection, work)),
    close: () => connection.alone(async () => database.close()),
  }
}

/** Puts a new file into WAL mode; whoever comes second waits. Throws where WAL does not work. */
export async function prepareSqlite(sql: Sql): Promise<void> {
  const [row] = await sql.all('pragma journal_mode = wal')
  if (row?.journal_mode !== 'wal')
    throw new StoreError(
      'SQLite cannot keep its write-ahead log here: the folder is on a network file system or read-only. Put BROADSHEET_DATA on a local disk, or set DATABASE_URL.',
    )
}

type Connection = {
  readonly run: (text: string, values: readonly Value[]) => ReturnType<StatementSync['all']>
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly patiently: <T>(work: () => T) => Promise<T>
}

function connect(database: DatabaseSync, clock: Clock): Connection {
  const statements = new Map<string, StatementSync>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (text, values) => {
      const known = statements.get(text) ?? database.prepare(toSqlite(text))
      statements.set(text, known)
      return known.all(...values)
    },
    // A transaction spans awaits, so everything on this connection takes turns.
    alone: (work) => {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
    // SQLite's own waiting would stop the event loop, and with it the mails under way.
    patiently: async (work) => {
      const until = clock.now() + patience
      for (;;)
        try {
          return work()
        } catch (error) {
          if (!isBusy(error) || clock.now() > until) throw error
          await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 2))
        }
    },
  }
}

async function transact<T>(connection: Connection, work: (sql: Sql) => Promise<T>): Promise<T> {
  await connection.patiently(() => connection.run('begin immediate', []))
  const sql: Sql = {
    engine: 'sqlite',
    all: async (text, values = []) => connection.run(text, values),
    transaction: (inner) => inner(sql),
    close: async () => undefined,
  }
  try {
    const result = await work(sql)
    await connection.patiently(() => connection.run('commit', []))
    return result
  } catch (error) {
    try {
      connection.run('rollback', [])
    } catch (rollbackError) {
      // A full disk has rolled back by itself; the first error is the one to tell.
      if (!/no transaction is active/.test(String(rollbackError))) throw error
    }
    throw error
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && /database is locked|database table is locked/.test(error.message)

function toSqlite(text: string): string {
  return text
    .replaceAll('{now}', 'cast(now_ms() as integer)')
    .replaceAll('{skip}', '')
    .replaceAll('{hold}', '')
    .replace(/\$(\d+)/g, '?$1')
}
