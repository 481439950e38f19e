import { once } from 'node:events'
import { countStates, readNumber } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { end, runWithKills, startWorkerProcess, type WorkerOrders } from './crash-run.ts'
import { type FaultSmtp, type Script, useServers } from './fault-smtp.ts'
import { type Engine, engines, useStores } from './stores.ts'
import {
  addReaders,
  expectInvariants,
  mailing,
  readMailing,
  readRow,
  sealDaily,
  toAddress,
  toReaderId,
  wait,
} from './world.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const seeds = isLong ? Array.from({ length: 10 }, (_, index) => index + 1) : [1]
const makeStore = useStores()
const startServer = useServers()

async function setUp(engine: Engine, readers: number, script: Script = () => undefined) {
  const store = await makeStore(engine)
  const smtp = await startServer({ script })
  await addReaders(store.sql, readers)
  await sealDaily(store.sql)
  return { store, sql: store.sql, smtp }
}

async function finish(
  store: Awaited<ReturnType<typeof setUp>>['store'],
  smtp: FaultSmtp,
  orders: WorkerOrders = {},
) {
  const worker = startWorkerProcess(store, smtp, orders)
  await new Promise((resolve) => worker.on('exit', resolve))
}

describe.each(engines)('on %s', (engine) => {
  test.each(seeds)(
    'D1 three workers, 400 readers, 42 kills: nobody twice, nobody lost (seed %i)',
    { timeout: 240_000 },
    async (seed) => {
      const { store, sql, smtp } = await setUp(engine, 400)
      const kills = await runWithKills(store, smtp, { kills: 42, seed })
      expect(kills).toBeGreaterThanOrEqual(40)
      await expectInvariants(sql, smtp.taken)
      const counts = await countStates(sql, mailing)
      console.info(
        `${engine} seed ${seed}: ${kills} kills, ${JSON.stringify(counts)}, ${smtp.taken.length} taken`,
      )
      expect(counts.uncertain).toBeLessThanOrEqual(kills)
      expect(counts.sent + counts.uncertain).toBe(400)
      expect((await readMailing(sql)).state).toBe(counts.uncertain > 0 ? 'attention' : 'done')
    },
  )

  test('D2 with `resend-once` only uncertain rows go out a second time', { timeout: 120_000 }, async () => {
    const { store, sql, smtp } = await setUp(engine, isLong ? 400 : 80)
    await runWithKills(store, smtp, {
      kills: isLong ? 42 : 8,
      seed: 7,
      orders: { onUncertain: 'resend-once' },
    })
    await expectInvariants(sql, smtp.taken, 2)
    expect(await sql.all('select 1 from delivery where resends > 1')).toEqual([])
    const [row] = await sql.all(
      "select count(*) as rows from delivery where state = 'uncertain' and resends = 0",
    )
    expect(readNumber(row, 'rows')).toBe(0)
  })

  test.each([
    ['claimed', 'sent', 1],
    ['before begin', 'sent', 1],
    ['begun', 'uncertain', 0],
    ['answered', 'uncertain', 1],
    ['settled', 'sent', 1],
  ] as const)('D3 killed when %s: the row becomes %s', { timeout: 30_000 }, async (stopAt, state, taken) => {
    const { store, sql, smtp } = await setUp(engine, 1)
    const worker = startWorkerProcess(store, smtp, { stopAt, claimLeaseMs: 700 })
    await worker.says(stopAt)
    await end(worker, 'SIGKILL')
    await finish(store, smtp)
    expect(await readRow(sql, 0)).toMatchObject({ state })
    expect(smtp.taken).toHaveLength(taken)
    await expectInvariants(sql, smtp.taken)
  })

  test.each([
    ['rcpt', 'sent'],
    ['data', 'sent'],
    ['dot', 'uncertain'],
  ] as const)(
    'D3 killed while the server thinks about %s: the row becomes %s',
    { timeout: 30_000 },
    async (phase, state) => {
      const { store, sql, smtp } = await setUp(engine, 1)
      const reached = new Promise<void>((resolve) => {
        smtp.script = (moment) => {
          if (moment.phase !== phase) return undefined
          resolve()
          return { after: 'hang' }
        }
      })
      const worker = startWorkerProcess(store, smtp, { claimLeaseMs: 700 })
      await reached
      await end(worker, 'SIGKILL')
      smtp.script = () => undefined
      await finish(store, smtp)
      expect(await readRow(sql, 0)).toMatchObject({ state })
      await expectInvariants(sql, smtp.taken)
    },
  )

  test('D4 SIGTERM finishes the mail under way, gives the other claims back and exits 0', {
    timeout: 30_000,
  }, async () => {
    const { store, sql, smtp } = await setUp(engine, 30, ({ phase }) =>
      phase === 'dot' ? { delayMs: 150, after: 'accept' } : undefined,
    )
    const worker = startWorkerProcess(store, smtp)
    await expect.poll(() => smtp.taken.length, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(await end(worker, 'SIGTERM')).toBe(0)
    const counts = await countStates(sql, mailing)
    expect(counts).toMatchObject({ claimed: 0, inflight: 0, uncertain: 0, sent: smtp.taken.length })
    expect(counts.pending).toBe(30 - smtp.taken.length)
  })

  test('D5 a worker that slept past the lease of its claims sends none of them', {
    timeout: 30_000,
  }, async () => {
    const { store, sql, smtp } = await setUp(engine, 5)
    const sleeper = startWorkerProcess(store, smtp, { stopAt: 'claimed' })
    await sleeper.says('claimed')
    sleeper.kill('SIGSTOP')
    await finish(store, smtp)
    expect(smtp.taken).toHaveLength(5)
    sleeper.kill('SIGCONT')
    await once(sleeper, 'exit')
    expect(smtp.taken).toHaveLength(5)
    await expectInvariants(sql, smtp.taken)
  })

  test('D5 a worker that slept before the last byte past its lease does not send it', {
    timeout: 30_000,
  }, async () => {
    // The second reader's mail keeps the mailing under way.
    const later: Script = ({ phase, to }) =>
      phase === 'rcpt' && to === toAddress(1) ? { reply: '450 4.2.0 later' } : undefined
    const { store, sql, smtp } = await setUp(engine, 2, later)
    const orders = { stopAt: 'before begin', claimLeaseMs: 700, patienceMs: 20_000 } as const
    const sleeper = startWorkerProcess(store, smtp, orders)
    await sleeper.says('before begin')
    sleeper.kill('SIGSTOP')
    const other = startWorkerProcess(store, smtp)
    await expect.poll(async () => (await readRow(sql, 0)).state, { timeout: 10_000 }).toBe('sent')
    sleeper.kill('SIGCONT')
    await wait(500)
    expect(smtp.offered.map(({ to }) => to)).toEqual([toAddress(0)])
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent', attempts: 2 })
    expect((await readMailing(sql)).state).toBe('sending')
    for (const worker of [sleeper, other]) await end(worker, 'SIGKILL')
  })

  test('D6 a worker that slept between begin and the last byte changes nothing when it wakes', {
    timeout: 30_000,
  }, async () => {
    const { store, sql, smtp } = await setUp(engine, 1, ({ phase }) =>
      phase === 'dot' ? { delayMs: 300, after: 'accept' } : undefined,
    )
    const sleeper = startWorkerProcess(store, smtp, { sendLeaseMs: 700 })
    await expect
      .poll(async () => (await readRow(sql, 0)).state, { timeout: 10_000, interval: 5 })
      .toBe('inflight')
    sleeper.kill('SIGSTOP')
    await finish(store, smtp)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'uncertain' })
    sleeper.kill('SIGCONT')
    await wait(500)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'uncertain' })
    expect(smtp.taken.length).toBeLessThanOrEqual(1)
    await end(sleeper, 'SIGKILL')
  })

  test('D24 a mail that kills every worker is given up and the others are delivered', {
    timeout: 60_000,
  }, async () => {
    const { store, sql, smtp } = await setUp(engine, 6)
    for (let tries = 0; tries < 12 && (await readMailing(sql)).state === 'sending'; tries += 1)
      await finish(store, smtp, { poison: toReaderId(3), claimLeaseMs: 300 })
    expect(await readRow(sql, 3)).toMatchObject({ state: 'failed', code: 'poison' })
    expect(smtp.taken).toHaveLength(5)
    await expectInvariants(sql, smtp.taken)
  })
})
