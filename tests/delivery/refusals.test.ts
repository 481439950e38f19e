import { openGates, readGates } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { type Script, useServers } from './fault-smtp.ts'
import { type Engine, engines, useStores } from './stores.ts'
import { makeWarpClock } from './warp-clock.ts'
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
} from './world.ts'

const makeStore = useStores()
const startServer = useServers()

async function setUp(engine: Engine, readers: number, script: Script, offers?: readonly string[]) {
  const clock = makeWarpClock()
  const { sql } = await makeStore(engine, clock)
  const smtp = await startServer({ script, ...(offers && { offers }) })
  await addReaders(sql, readers)
  await sealDaily(sql)
  const send = (settings = {}, id = mailing) =>
    deliver(sql, smtp, {
      ledger: makeLedger(sql, { clock, claimLeaseMs: 60_000, sendLeaseMs: 900_000 }),
      parts: { clock },
      options: { claimLeaseMs: 60_000, pollMs: 2_000, tidyMs: 0, mailing: id },
      settings,
    })
  return { sql, smtp, clock, send }
}

const count = async ({ sql }: { sql: Awaited<ReturnType<typeof setUp>>['sql'] }, text: string) =>
  (await sql.all(text)).length

describe.each(engines)('on %s', (engine) => {
  test('D12 a mail that is refused after its last byte for everybody pauses the mailing and suppresses nobody', async () => {
    const world = await setUp(engine, 60, ({ phase }) =>
      phase === 'dot' ? { reply: '552 5.3.4 too big' } : undefined,
    )
    await world.send()
    expect(await readMailing(world.sql)).toMatchObject({
      state: 'paused',
      note: 'too many mails were refused',
    })
    expect(await count(world, "select 1 from delivery where state = 'failed'")).toBeLessThan(12)
    expect(await count(world, 'select 1 from suppression')).toBe(0)
  })

  test('D13 a mailbox that does not exist fails, is suppressed, and the next mailing leaves it out', async () => {
    const gone: Script = ({ phase, to }) =>
      phase === 'rcpt' && to === toAddress(1) ? { reply: '550 5.1.1 no such user' } : undefined
    const { sql, smtp, send } = await setUp(engine, 3, gone)
    await send()
    expect(await readRow(sql, 1)).toMatchObject({
      state: 'failed',
      code: '5.1.1',
      reply: '550 5.1.1 no such user',
    })
    await expectInvariants(sql, smtp.taken)
    expect((await readMailing(sql)).state).toBe('done')
    await sealDaily(sql, { id: 'next/daily' })
    expect((await readMailing(sql, 'next/daily')).audience).toBe(2)
  })

  test('D14 a policy that refuses every recipient pauses the mailing and suppresses nobody', async () => {
    const world = await setUp(engine, 30, ({ phase }) =>
      phase === 'rcpt' ? { reply: '550 5.7.1 blocked' } : undefined,
    )
    await world.send()
    expect((await readMailing(world.sql)).state).toBe('paused')
    expect(await count(world, 'select 1 from suppression')).toBe(0)
    expect(await count(world, "select 1 from subscriber where state <> 'active'")).toBe(0)
  })

  test.each([
    ['D12', 'dot', '554 5.6.0 not this one'],
    ['D14', 'rcpt', '550 5.7.1 blocked'],
  ] as const)(
    '%s refusals at %s of more than a tenth of the first fifty pause the mailing',
    async (_, phase, reply) => {
      let asked = 0
      const some: Script = (moment) => (moment.phase === phase && asked++ % 8 === 7 ? { reply } : undefined)
      const { sql, smtp, send } = await setUp(engine, 200, some)
      await send()
      expect(await readMailing(sql)).toMatchObject({ state: 'paused', note: 'too many mails were refused' })
      const answered = await count({ sql }, "select 1 from delivery where state in ('sent','failed')")
      expect(answered).toBeLessThanOrEqual(50)
      expect(smtp.taken).toHaveLength(answered - 5)
      expect(await count({ sql }, 'select 1 from suppression')).toBe(0)
    },
  )

  test.each(['dot', 'rcpt'] as const)(
    'D12 D14 refusals at %s of a tenth and less stop nobody else’s mail, and those of dead mailboxes never do',
    async (phase) => {
      let asked = 0
      const few: Script = (moment) => {
        if (moment.phase === 'rcpt' && moment.to.endsWith('@d2.example')) return { reply: '550 5.1.1 gone' }
        return moment.phase === phase && asked++ % 10 === 9 ? { reply: '550 5.7.1 not here' } : undefined
      }
      const { sql, smtp, send } = await setUp(engine, 120, few)
      await send()
      expect((await readMailing(sql)).state).toBe('done')
      await expectInvariants(sql, smtp.taken)
      expect(smtp.taken).toHaveLength(72)
      expect(await count({ sql }, 'select 1 from suppression')).toBe(40)
    },
  )

  test('D15 a greylisted mail is sent when its five minutes are over', async () => {
    const clocks: number[] = []
    let now = () => 0
    const grey: Script = ({ phase }) => {
      if (phase !== 'rcpt') return undefined
      clocks.push(now())
      return now() - (clocks[0] ?? 0) < 300_000 ? { reply: '450 4.7.1 greylisted' } : undefined
    }
    const { sql, smtp, clock, send } = await setUp(engine, 1, grey)
    now = clock.now
    await send()
    await expectInvariants(sql, smtp.taken)
    expect(smtp.taken).toHaveLength(1)
    expect((clocks.at(-1) ?? 0) - (clocks[0] ?? 0)).toBeGreaterThanOrEqual(300_000)
  })

  test('D16 a server that says 421 after every 20 mails gets them all, in order', async () => {
    const { sql, smtp, send } = await setUp(engine, 70, ({ phase, mails }) =>
      phase === 'mail' && mails >= 20 ? { reply: '421 4.7.0 come back', after: 'destroy' } : undefined,
    )
    await send()
    await expectInvariants(sql, smtp.taken)
    expect(smtp.taken.map(({ to }) => to)).toEqual(Array.from({ length: 70 }, (_, n) => toAddress(n)))
    expect(smtp.connections()).toBe(4)
  })

  test('D17 a password that is refused is tried three times, then waits for a person', async () => {
    let logins = 0
    const refuse: Script = ({ phase }) => {
      if (phase !== 'auth') return undefined
      logins += 1
      return { reply: '535 5.7.8 wrong password' }
    }
    const { sql, smtp, send, clock } = await setUp(engine, 5, refuse, ['AUTH PLAIN'])
    await send({ login: { user: 'u', pass: 'secret-of-ours' } })
    expect(logins).toBe(3)
    const [gate] = await readGates(sql)
    expect(gate?.reason).toContain('535')
    expect(JSON.stringify(gate)).not.toContain('secret-of-ours')
    expect(await readRow(sql, 0)).toMatchObject({ state: 'pending', attempts: 0 })
    clock.advance(3_600_000)
    await send({ login: { user: 'u', pass: 'p' } })
    expect(logins).toBe(3)
    smtp.script = () => undefined
    await openGates(sql)
    await send({ login: { user: 'u', pass: 'p' } })
    await expectInvariants(sql, smtp.taken)
  })

  test('D18 a server that takes the recipient and refuses DATA pauses the mailing; no row fails', async () => {
    const world = await setUp(engine, 3, ({ phase }) =>
      phase === 'data' ? { reply: '554 5.6.0 not this' } : undefined,
    )
    await world.send()
    expect(await readMailing(world.sql)).toMatchObject({
      state: 'paused',
      note: 'refused: 554 5.6.0 not this',
    })
    expect(await count(world, "select 1 from delivery where state = 'pending' and attempts = 0")).toBe(3)
  })

  test('a sender that is refused pauses the mailing; no row fails', async () => {
    const world = await setUp(engine, 3, ({ phase }) =>
      phase === 'mail' ? { reply: '550 5.7.1 not you' } : undefined,
    )
    await world.send()
    expect((await readMailing(world.sql)).state).toBe('paused')
    expect(await count(world, "select 1 from delivery where state = 'pending' and attempts = 0")).toBe(3)
  })

  test('D36 a server that ends each connection after 25 mails gets them all without an error', async () => {
    const { sql, smtp, send } = await setUp(engine, 110, ({ phase, mails }) =>
      phase === 'mail' && mails >= 25 ? { after: 'destroy' } : undefined,
    )
    await send()
    await expectInvariants(sql, smtp.taken)
    expect(smtp.connections()).toBe(5)
    expect(await count({ sql }, "select 1 from delivery where attempts <> 1 or code <> '250'")).toBe(0)
  })
})
