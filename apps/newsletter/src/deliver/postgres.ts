import pg from 'pg'
import type { Clock } from './clock.ts'
import type { Row, Sql, Value } from './sql.ts'

const int8 = 20

/**
 * A store on a PostgreSQL server, for any number of machines. Time is the server's, so a machine with a wrong
 * clock does no harm; a `clock` of their own is for tests. Keeps no state in a session, so it works through
 * PgBouncer. A query without an answer in `patienceMs` fails, and its connection is given up.
 */
export function openPostgres(
  url: string,
  {
    clock,
    connections = 4,
    patienceMs = 30_000,
  }: { clock?: Clock; connections?: number; patienceMs?: number } = {},
): Sql {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    query_timeout: patienceMs,
    keepAlive: true,
    types: { getTypeParser },
  })
  // A connection that dies is replaced. Whoever used it hears of that from its query, and an event that nobody
  // listens to would end the process, also between two queries of a transaction.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const toPostgres = translator(clock)
  const run = async (
    client: pg.Pool | pg.PoolClient,
    text: string,
    values: readonly Value[],
  ): Promise<Row[]> => {
    const result = await client.query<Row>(toPostgres(text), [...values])
    return result.rows
  }
  return {
    engine: 'postgres',
    all: (text, values = []) => run(pool, text, values),
    transaction: async (work) => {
      const client = await pool.connect()
      return transact(client, (text, values) => run(client, text, values), work)
    },
    close: () => pool.end(),
  }
}

async function transact<T>(
  client: pg.PoolClient,
  run: (text: string, values: readonly Value[]) => Promise<Row[]>,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const sql: Sql = {
    engine: 'postgres',
    all: (text, values = []) => run(text, values),
    transaction: (inner) => inner(sql),
    close: async () => undefined,
  }
  let broken: Error | undefined
  try {
    await run('begin', [])
    const result = await work(sql)
    await run('commit', [])
    return result
  } catch (error) {
    await run('rollback', []).catch((failure) => {
      broken = failure instanceof Error ? failure : new Error(String(failure))
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Milliseconds fit a double; every `bigint` here is one. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === int8 ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format)
}

function translator(clock: Clock | undefined): (text: string) => string {
  return (text) => {
    // The time at which a statement began stays the same within it, so an index can tell what is due by then.
    const now = clock
      ? `${clock.now()}::bigint`
      : '(extract(epoch from statement_timestamp()) * 1000)::bigint'
    return text
      .replaceAll('{now}', now)
      .replaceAll('{skip}', 'for update of d skip locked')
      .replaceAll('{hold}', 'for share of m, s')
  }
}
