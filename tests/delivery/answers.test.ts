import { type Ledger, readGates } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { type Script, type SmtpPhase, useServers } from './fault-smtp.ts'
import { type Engine, engines, useStores } from './stores.ts'
import { makeWarpClock } from './warp-clock.ts'
import {
  addReaders,
  deliver,
  expectInvariants,
  makeLedger,
  makeMessage,
  readMailing,
  readRow,
  sealDaily,
  toAddress,
  wait,
} from './world.ts'

const makeStore = useStores()
const startServer = useServers()

async function setUp(
  engine: Engine,
  readers: number,
  script: Script,
  {
    offers,
    paragraphs = 3,
    text,
    windowMs = 24 * 3_600_000,
    onUncertain = 'hold',
  }: {
    offers?: readonly string[]
    paragraphs?: number
    text?: string
    windowMs?: number
    onUncertain?: 'hold' | 'resend-once'
  } = {},
) {
  const clock = makeWarpClock()
  const { sql } = await makeStore(engine, clock)
  const smtp = await startServer({ script, keepBytes: true, ...(offers && { offers }) })
  await addReaders(sql, readers)
  const message = makeMessage(undefined, paragraphs)
  const plan = { expiresAt: clock.now() + windowMs }
  await sealDaily(sql, plan, text === undefined ? message : { ...message, text })
  const stopping = new AbortController()
  const real = makeLedger(sql, { clock, claimLeaseMs: 60_000, sendLeaseMs: 900_000, onUncertain })
  const send = (settings = {}, ledger: Partial<Ledger> = {}) =>
    deliver(sql, smtp, {
      ledger: { ...real, ...ledger },
      parts: { clock, signal: stopping.signal },
      options: { claimLeaseMs: 60_000, pollMs: 2_000, tidyMs: 0 },
      settings,
    })
  return { sql, smtp, send, ledger: real, stop: () => stopping.abort() }
}

/** Fails the first time a phase is reached, and never again. */
function once(phase: SmtpPhase, reaction: ReturnType<Script>): Script {
  let isOver = false
  return (moment) => {
    if (isOver || moment.phase !== phase) return undefined
    isOver = true
    return reaction
  }
}

describe.each(engines)('on %s', (engine) => {
  test.each(['greeting', 'ehlo', 'mail', 'data'] as const)(
    'D7 a connection that ends at %s costs no attempt and is never uncertain',
    async (phase) => {
      const { sql, smtp, send } = await setUp(engine, 3, once(phase, { after: 'destroy' }))
      await send()
      await expectInvariants(sql, smtp.taken)
      expect(smtp.taken).toHaveLength(3)
      expect(await readRow(sql, 0)).toMatchObject({ state: 'sent', attempts: 1 })
    },
  )

  test('D7 a connection that ends at AUTH costs no attempt', async () => {
    const { sql, smtp, send } = await setUp(engine, 2, once('auth', { after: 'destroy' }), {
      offers: ['AUTH PLAIN'],
    })
    await send({ login: { user: 'u', pass: 'p' } })
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent', attempts: 1 })
    await expectInvariants(sql, smtp.taken)
  })

  test('D7 a connection that ends at STARTTLS costs no attempt, and nothing goes out in the clear', async () => {
    const cut: Script = ({ phase }) => (phase === 'starttls' ? { after: 'destroy' } : undefined)
    const { sql, smtp, send, stop } = await setUp(engine, 2, cut, { offers: ['STARTTLS'] })
    const ended = send({ tls: 'required' })
    await expect.poll(smtp.connections).toBeGreaterThan(0)
    stop()
    await ended
    expect(smtp.offered).toHaveLength(0)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'pending', attempts: 0 })
  })

  test('D7 a connection that ends at RCPT is tried again', async () => {
    const { sql, smtp, send } = await setUp(engine, 2, once('rcpt', { after: 'destroy' }))
    await send()
    await expectInvariants(sql, smtp.taken)
    expect(smtp.taken).toHaveLength(2)
  })

  test('D7 R15 a reader whose mail ends every connection keeps no other from theirs', async () => {
    const cut: Script = ({ phase, to }) =>
      phase === 'rcpt' && to === toAddress(0) ? { after: 'destroy' } : undefined
    const { sql, smtp, send } = await setUp(engine, 12, cut, { windowMs: 300_000 })
    await send()
    expect(smtp.taken).toHaveLength(11)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'expired', attempts: 0 })
    expect((await readMailing(sql)).state).toBe('attention')
  })

  test('D8 a connection that ends in the middle of a mail leaves the row pending, and one mail arrives', async () => {
    const cut: Script = ({ phase, bytes }) =>
      phase === 'body' && bytes > 30_000 ? { after: 'destroy' } : undefined
    const { sql, smtp, send, ledger } = await setUp(engine, 1, cut, { paragraphs: 700 })
    const states: unknown[] = []
    await send(
      {},
      {
        // The end of the connection is noticed while the commit is on its way.
        begin: async (claim) => {
          await wait(50)
          return ledger.begin(claim)
        },
        settle: async (claim, outcome) => {
          await ledger.settle(claim, outcome)
          states.push((await readRow(sql, 0)).state)
          smtp.script = () => undefined
        },
      },
    )
    expect(states).toEqual(['pending', 'sent'])
    expect(smtp.taken).toHaveLength(1)
    expect(smtp.taken[0]?.bytes.length).toBeGreaterThan(60_000)
  })

  test.each([
    ['a dropped connection', { after: 'destroy' }],
    ['a half-closed connection', { after: 'half-close' }],
    ['silence', { after: 'hang' }],
    ['garbage', { reply: '\x00\xffnot a reply' }],
  ] as const)(
    'D9 %s after the last byte is uncertain, is not retried and asks for attention',
    async (_, reaction) => {
      const { sql, smtp, send } = await setUp(engine, 3, once('dot', reaction))
      await send()
      expect(smtp.taken).toHaveLength(2)
      expect(await readRow(sql, 0)).toMatchObject({ state: 'uncertain', attempts: 1 })
      expect((await readMailing(sql)).state).toBe('attention')
      await expectInvariants(sql, smtp.taken)
    },
  )

  test('D2 with `resend-once` a mail without an answer goes out once more, and then waits for a person', async () => {
    const { sql, smtp, send } = await setUp(
      engine,
      1,
      ({ phase }) => (phase === 'dot' ? { after: 'destroy' } : undefined),
      { onUncertain: 'resend-once' },
    )
    await send()
    expect(smtp.offered).toHaveLength(2)
    expect(new Set(smtp.offered.map(({ messageId }) => messageId)).size).toBe(1)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'uncertain', resends: 1 })
    expect((await readMailing(sql)).state).toBe('attention')
  })

  test('lines that begin with dots arrive as they were, and so does all else', async () => {
    for (const text of ['.', '..x\n.\n.y', 'plain']) {
      const { sql, smtp, send } = await setUp(engine, 1, () => undefined, { text })
      await send()
      const [claimed] = await sql.all('select message from variant')
      expect(String(claimed?.message)).toContain(JSON.stringify(text).slice(1, -1))
      const stuffed = smtp.taken[0]?.bytes.toString('latin1') ?? ''
      const body = stuffed.replace(/\r\n\.\r\n$/, '').replace(/(^|\r\n)\.\./g, '$1.')
      expect(body).toContain(text.replaceAll('\n', '\r\n'))
      expect(stuffed.slice(0, -5)).not.toMatch(/\r\n\.(?!\.)/)
    }
  })

  test('D10 a 250 followed by the end of the connection is sent', async () => {
    const { sql, smtp, send } = await setUp(engine, 2, () => undefined)
    smtp.script = ({ phase }) =>
      phase === 'dot' ? { reply: '250 2.0.0 taken', after: 'accept-and-close' } : undefined
    await send()
    expect(smtp.connections()).toBe(2)
    await expectInvariants(sql, smtp.taken)
    expect((await readMailing(sql)).state).toBe('done')
  })

  test('D11 a mail refused for now after its last byte goes out again with the same bytes', async () => {
    const { sql, smtp, send } = await setUp(engine, 1, once('dot', { reply: '451 4.3.0 later' }))
    await send()
    expect(smtp.offered).toHaveLength(2)
    expect(smtp.offered[0]?.bytes).toEqual(smtp.offered[1]?.bytes)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent', attempts: 2 })
    await expectInvariants(sql, smtp.taken)
  })

  test.each([
    ['lines of one reply', '250-2.0.0 it\r\n250-2.0.0 is\r\n250 2.0.0 taken', 'sent'],
    ['bytes that are no text', Buffer.from([0x32, 0x35, 0x30, 0x20, 0xff, 0xfe, 0x80, 0x0d, 0x0a]), 'sent'],
    ['a reply without a code of its own', '552 no', 'failed'],
    ['a line of a megabyte', `250-${'x'.repeat(1_000_000)}\r\n250 ok`, 'uncertain'],
  ])('D19 %s is read or the connection given up', async (_, reply, state) => {
    const { sql, send } = await setUp(engine, 1, ({ phase }) => (phase === 'dot' ? { reply } : undefined))
    await send()
    expect(await readRow(sql, 0)).toMatchObject({ state })
    expect(await readGates(sql)).toEqual([])
  })
})
