import {
  type Claim,
  cancel,
  countStates,
  createMailWriter,
  leave,
  MailError,
  pause,
  pauseAll,
  resume,
  toMailingRef,
} from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { createRandom } from './crash-run.ts'
import { makeDesk } from './desk.ts'
import { type Script, useServers } from './fault-smtp.ts'
import { type Engine, engines, useStores } from './stores.ts'
import {
  addReaders,
  deliver,
  expectInvariants,
  mailing,
  makeLedger,
  readMailing,
  readRow,
  sealDaily,
  toAddress,
  toReaderId,
  wait,
} from './world.ts'
import { sender } from './world-parts.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const seeds = Array.from({ length: isLong ? 30 : 3 }, (_, index) => index + 1)
const makeStore = useStores()
const startServer = useServers()

async function setUp(engine: Engine, readers: number, script: Script = () => undefined) {
  const { sql } = await makeStore(engine)
  const smtp = await startServer({ script })
  await addReaders(sql, readers)
  await sealDaily(sql)
  const goes = (n: number) =>
    leave(makeDesk(sql), { subscriber: toReaderId(n), ref: toMailingRef(mailing) }, { source: 'test' }, false)
  return { sql, smtp, goes }
}

describe.each(engines)('on %s', (engine) => {
  test('D25 whoever leaves between seal and claim gets no mail', async () => {
    const { sql, smtp, goes } = await setUp(engine, 3)
    await goes(1)
    await deliver(sql, smtp)
    expect(smtp.taken.map(({ to }) => to)).toEqual([toAddress(0), toAddress(2)])
    expect(await readRow(sql, 1)).toMatchObject({ state: 'skipped' })
    await expectInvariants(sql, smtp.taken)
    expect((await readMailing(sql)).state).toBe('done')
  })

  test('D25 whoever leaves between claim and the last byte gets no mail', async () => {
    const { sql, smtp, goes } = await setUp(engine, 2)
    smtp.script = async ({ phase, to }) => {
      if (phase === 'data' && to === toAddress(0)) await goes(0)
      return undefined
    }
    await deliver(sql, smtp)
    expect(smtp.taken.map(({ to }) => to)).toEqual([toAddress(1)])
    expect(await readRow(sql, 0)).toMatchObject({ state: 'skipped' })
  })

  test('D26 whoever leaves when the last byte is out got one mail, and not the next', async () => {
    const { sql, smtp, goes } = await setUp(engine, 1)
    smtp.script = async ({ phase }) => {
      if (phase === 'dot') await goes(0)
      return undefined
    }
    await deliver(sql, smtp)
    expect(smtp.taken).toHaveLength(1)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent' })
    await sealDaily(sql, { id: 'next/daily' })
    expect((await readMailing(sql, 'next/daily')).audience).toBe(0)
  })

  test('leaving through the link of an uncertain mail proves that it arrived', async () => {
    const { sql, smtp, goes } = await setUp(engine, 1, ({ phase }) =>
      phase === 'dot' ? { after: 'destroy' } : undefined,
    )
    await deliver(sql, smtp)
    expect((await readMailing(sql)).state).toBe('attention')
    await goes(0)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent' })
    expect((await readMailing(sql)).state).toBe('done')
  })

  test.each(seeds)(
    'D39 paused, resumed and canceled at random moments: no mail after a stop but those begun (%i)',
    async (seed) => {
      const random = createRandom(seed)
      const { sql, smtp } = await setUp(engine, 400)
      // Slow enough, after a while, that it is never over before it is canceled.
      smtp.script = ({ phase }) =>
        phase === 'dot'
          ? { delayMs: random() * (smtp.taken.length < 30 ? 8 : 120), after: 'accept' }
          : undefined
      const ended = deliver(sql, smtp, { options: { lanes: 3 } })
      /** How many mails there may be at most from now on. */
      const stop = async (how: typeof pause) => {
        await how(sql, mailing)
        const begun = (await countStates(sql, mailing)).inflight
        return smtp.taken.length + begun
      }
      await wait(10 + random() * 60)
      const most = await stop(pause)
      await wait(random() * 40)
      expect(smtp.taken.length).toBeLessThanOrEqual(most)
      // Alone it ends when it is paused; somebody else goes on.
      await resume(sql, mailing)
      const others = deliver(sql, smtp, { options: { lanes: 3 } })
      await wait(random() * 40)
      const last = await stop(cancel)
      await Promise.all([ended, others])
      await makeLedger(sql).tidy()
      expect(smtp.taken.length).toBeLessThanOrEqual(last)
      await expectInvariants(sql, smtp.taken)
      expect((await readMailing(sql)).state).toBe('canceled')
    },
  )

  test('D24 a mail that cannot be written is given up, and the others go out', async () => {
    const { sql, smtp } = await setUp(engine, 3)
    const write = createMailWriter(sql, sender)
    const writeButOne = (claim: Claim) =>
      claim.subscriber === toReaderId(1) ? Promise.reject(new MailError('no')) : write(claim)
    await deliver(sql, smtp, { parts: { write: writeButOne } })
    expect(await readRow(sql, 1)).toMatchObject({ state: 'failed', code: 'poison' })
    expect(smtp.taken).toHaveLength(2)
    await expectInvariants(sql, smtp.taken)
  })

  test('D32 `doctor --restored` pauses what is under way', async () => {
    const { sql, smtp } = await setUp(engine, 2)
    expect(await pauseAll(sql, 'restored')).toBe(1)
    await deliver(sql, smtp)
    expect(smtp.taken).toHaveLength(0)
    expect(await readMailing(sql)).toMatchObject({ state: 'paused', note: 'restored' })
  })
})
