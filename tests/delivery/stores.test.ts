import {
  createMailWriter,
  openPostgres,
  openSqlite,
  prepareSqlite,
  readText,
  systemClock,
} from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { end, startWorkerProcess } from './crash-run.ts'
import { useServers } from './fault-smtp.ts'
import { startShakyLine } from './shaky-line.ts'
import { engines, useStores } from './stores.ts'
import {
  addReaders,
  deliver,
  expectInvariants,
  mailing,
  makeLedger,
  readMailing,
  readRow,
  sealDaily,
  wait,
} from './world.ts'
import { sender } from './world-parts.ts'

const makeStore = useStores()
const startServer = useServers()

async function startSmtp() {
  const smtp = await startServer()
  return smtp
}

async function shake(patienceMs?: number) {
  const store = await makeStore('postgres')
  const line = await startShakyLine('url' in store.address ? store.address.url : '')
  const shaky = openPostgres(line.url, patienceMs === undefined ? {} : { patienceMs })
  await addReaders(store.sql, 2)
  await sealDaily(store.sql)
  return { sql: store.sql, line, shaky, smtp: await startSmtp() }
}

test('D20 a database that is gone while an answer is written down is asked again', async () => {
  const { sql, line, shaky, smtp } = await shake()
  const real = makeLedger(shaky)
  let cuts = 0
  const settle: typeof real.settle = async (claim, outcome) => {
    if (cuts++ === 0) {
      line.cut()
      setTimeout(line.mend, 250)
    }
    await real.settle(claim, outcome)
  }
  await deliver(shaky, smtp, { ledger: { ...real, settle } })
  expect(await readRow(sql, 0)).toMatchObject({ state: 'sent' })
  await expectInvariants(sql, smtp.taken)
  await shaky.close()
  await line.close()
})

test('D20 a half-open connection to the database is given up, and the answer is written over another', async () => {
  const { sql, line, shaky, smtp } = await shake(300)
  const real = makeLedger(shaky)
  let stalls = 0
  const settle: typeof real.settle = async (claim, outcome) => {
    if (stalls++ === 0) line.stall()
    await real.settle(claim, outcome)
  }
  await deliver(shaky, smtp, { ledger: { ...real, settle } })
  expect(smtp.taken).toHaveLength(2)
  expect(await readRow(sql, 0)).toMatchObject({ state: 'sent' })
  await expectInvariants(sql, smtp.taken)
  await shaky.close()
  await line.close()
})

test('D20 an answer that can never be written down leaves the mail uncertain, not pending', async () => {
  const { sql, line, shaky, smtp } = await shake()
  const real = makeLedger(shaky, { clock: { now: Date.now, sleep: async () => undefined } })
  const settle: typeof real.settle = async (claim, outcome) => {
    line.cut()
    await real.settle(claim, outcome)
  }
  await expect(
    deliver(shaky, smtp, { ledger: { ...real, settle, giveBack: async () => undefined } }),
  ).rejects.toThrow()
  expect(await readRow(sql, 0)).toMatchObject({ state: 'inflight' })
  await sql.all('update delivery set lease_until = 0 where lease_until is not null')
  await makeLedger(sql).tidy()
  expect(await readRow(sql, 0)).toMatchObject({ state: 'uncertain' })
  expect(smtp.taken).toHaveLength(1)
  await shaky.close()
  await line.close()
})

test('D21 a database that cannot be reached at begin keeps the last byte back', async () => {
  const { sql, line, shaky, smtp } = await shake()
  const real = makeLedger(shaky)
  let cuts = 0
  const begin: typeof real.begin = (claim) => {
    if (cuts++ === 0) {
      line.cut()
      setTimeout(line.mend, 100)
    }
    return real.begin(claim)
  }
  await deliver(shaky, smtp, { ledger: { ...real, begin } })
  expect(cuts).toBe(3)
  await expectInvariants(sql, smtp.taken)
  expect(smtp.taken).toHaveLength(2)
  await shaky.close()
  await line.close()
})

test('D21 a file that cannot be written at begin keeps the last byte back', async () => {
  const { sql } = await makeStore('sqlite')
  const smtp = await startSmtp()
  await addReaders(sql, 2)
  await sealDaily(sql)
  const real = makeLedger(sql)
  let refusals = 0
  const begin: typeof real.begin = async (claim) => {
    if (refusals++ > 0) return real.begin(claim)
    await sql.all('pragma query_only = 1')
    const result = await real.begin(claim).finally(() => sql.all('pragma query_only = 0'))
    return result
  }
  await deliver(sql, smtp, { ledger: { ...real, begin } })
  expect(refusals).toBe(3)
  await expectInvariants(sql, smtp.taken)
  expect((await readMailing(sql)).state).toBe('done')
})

test('D22 a worker, a status loop and subscriptions share one file', { timeout: 30_000 }, async () => {
  const store = await makeStore('sqlite')
  const smtp = await startSmtp()
  await addReaders(store.sql, 150)
  await sealDaily(store.sql)
  const other = store.open()
  const worker = startWorkerProcess(store, smtp, { lanes: 3 })
  const until = Date.now() + 20_000
  for (let n = 0; (await readMailing(other)).state === 'sending' && Date.now() < until; n += 1) {
    await addReaders(n % 2 === 0 ? other : store.sql, 1, { first: 1_000 + n })
    await wait(2)
  }
  if (worker.exitCode === null) await end(worker, 'SIGTERM')
  await expectInvariants(store.sql, smtp.taken)
  expect(smtp.taken).toHaveLength(150)
  expect(readText((await store.sql.all('pragma integrity_check'))[0], 'integrity_check')).toBe('ok')
})

test('D23 a place where SQLite cannot lock as it must is refused with a way out', async () => {
  const sql = openSqlite(':memory:', systemClock)
  await expect(prepareSqlite(sql)).rejects.toThrow(/local disk, or set DATABASE_URL/)
  await sql.close()
})

test('D33 workers whose clocks are an hour off hold the leases of the database’s clock', async () => {
  const { sql } = await makeStore('postgres')
  const smtp = await startSmtp()
  await addReaders(sql, 30)
  await sealDaily(sql)
  const workers = [3_600_000, -3_600_000].map((offset) => {
    const clock = { ...systemClock, now: () => Date.now() + offset }
    return deliver(sql, smtp, { ledger: makeLedger(sql, { clock }), parts: { clock } })
  })
  await Promise.all(workers)
  await expectInvariants(sql, smtp.taken)
  expect((await readMailing(sql)).state).toBe('done')
})

/** What a database with a full disk says to everybody who begins a mail. */
const diskFull = {
  sqlite: [
    `create trigger no_room before update on delivery when new.state = 'inflight'
       begin select raise(abort, 'database or disk is full'); end`,
    'drop trigger no_room',
  ],
  postgres: [
    `create function refuse() returns trigger language plpgsql as
       'begin raise exception using errcode = ''53100''; end'`,
    `create trigger no_room before update on delivery for each row when (new.state = 'inflight') execute function refuse()`,
    'drop trigger no_room on delivery',
  ],
} as const

describe.each(engines)('on %s', (engine) => {
  test('D21 a disk that is full at begin keeps the last byte back, and nobody is lost', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startSmtp()
    await addReaders(sql, 3)
    await sealDaily(sql)
    for (const text of diskFull[engine].slice(0, -1)) await sql.all(text)
    const real = makeLedger(sql)
    let refused = 0
    const begin: typeof real.begin = async (claim) => {
      try {
        return await real.begin(claim)
      } catch (error) {
        refused += 1
        expect(smtp.offered).toHaveLength(0)
        if (refused === 3) await sql.all(diskFull[engine].at(-1) ?? '')
        throw error
      }
    }
    await deliver(sql, smtp, { ledger: { ...real, begin } })
    expect(refused).toBe(3)
    expect(smtp.taken).toHaveLength(3)
    await expectInvariants(sql, smtp.taken)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  test('the same claim gives the same bytes, again and after a restart', async () => {
    const { sql } = await makeStore(engine)
    await addReaders(sql, 1)
    await sealDaily(sql)
    const [claim] = await makeLedger(sql).claim(1, mailing)
    if (claim === undefined) throw new Error('There is a claim.')
    const [first, second] = [
      await createMailWriter(sql, sender)(claim),
      await createMailWriter(sql, sender)(claim),
    ]
    expect(Buffer.concat(first.pieces)).toEqual(Buffer.concat(second.pieces))
  })
})
