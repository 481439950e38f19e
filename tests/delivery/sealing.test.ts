import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { countStates, importCsv, migrate, parseAddress, readNumber, type Sql } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { useServers } from './fault-smtp.ts'
import { engines, type TestStore, useStores } from './stores.ts'
import { makeWarpClock } from './warp-clock.ts'
import {
  addReaders,
  deliver,
  expectInvariants,
  mailing,
  makeMessage,
  readMailing,
  readRow,
  sealDaily,
  toAddress,
  wait,
} from './world.ts'
import { ring } from './world-parts.ts'

const makeStore = useStores()
const startServer = useServers()

async function startSmtp() {
  const smtp = await startServer({ keepBytes: true })
  return smtp
}

describe.each(engines)('on %s', (engine) => {
  test('D27 somebody who joins after the seal is not in that mailing', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startSmtp()
    await addReaders(sql, 3)
    await sealDaily(sql)
    await addReaders(sql, 2, { first: 3 })
    await deliver(sql, smtp)
    expect(smtp.taken.map(({ to }) => to)).not.toContain(toAddress(3))
    expect((await readMailing(sql)).audience).toBe(3)
    await expectInvariants(sql, smtp.taken)
  })

  test('D28 one address in three spellings is one subscriber and one mail', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startSmtp()
    const spellings = ['Ann@Exämple.org', ' ann@xn--exmple-cua.ORG ', 'ANN@exämple.org']
    expect(new Set(spellings.map((text) => parseAddress(text)?.key)).size).toBe(1)
    const report = await importCsv({ sql, ring }, chunks(`email\n${spellings.join('\n')}\n`), 'test')
    expect(report).toMatchObject({ added: 1, known: 2 })
    await sealDaily(sql)
    await deliver(sql, smtp)
    expect(smtp.taken).toHaveLength(1)
  })

  test('D29 five who seal at once make one mailing with its audience counted once', async () => {
    const store = await makeStore(engine)
    await addReaders(store.sql, 50)
    const all = Array.from({ length: 5 }, () => store.open())
    const results = await Promise.all(all.map((sql) => sealDaily(sql)))
    expect(results.filter(Boolean)).toHaveLength(1)
    expect((await readMailing(store.sql)).audience).toBe(50)
    expect((await countStates(store.sql, mailing)).pending).toBe(50)
  })

  test('D30 killed inside materialisation: no row or every row', { timeout: 30_000 }, async () => {
    const store = await makeStore(engine)
    await addReaders(store.sql, 5_000)
    for (const [index, delay] of [5, 20, 45].entries()) {
      const id = `killed${index}/daily`
      const child = startSealing(store, id)
      await child.says('ready')
      await wait(delay)
      child.process.kill('SIGKILL')
      await child.ended
      expect([0, 5_000]).toContain(await countRows(store.sql, id))
    }
    expect(await sealDaily(store.sql)).toBe(true)
    expect(await countRows(store.sql, mailing)).toBe(5_000)
  })

  test('D31 an edit after the seal reaches nobody: every mail carries the sealed words', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startSmtp()
    await addReaders(sql, 2)
    await sealDaily(sql)
    expect(await sealDaily(sql, { source: 'edited' }, { ...makeMessage(), subject: 'Edited' })).toBe(false)
    await deliver(sql, smtp)
    for (const { bytes } of smtp.taken) expect(bytes.toString()).toContain('Subject: Ten of 81 papers')
  })

  test('D32 a restored store sends within the window what it does not know to be sent', async () => {
    const clock = makeWarpClock()
    const { sql } = await makeStore(engine, clock)
    const smtp = await startSmtp()
    await addReaders(sql, 3)
    await sealDaily(sql)
    clock.advance(5 * 3_600_000)
    await deliver(sql, smtp, { parts: { clock } })
    await expectInvariants(sql, smtp.taken)
    expect((await readMailing(sql)).state).toBe('done')
  })

  test('D32 a restored store sends nothing once the window is over', async () => {
    const clock = makeWarpClock()
    const { sql } = await makeStore(engine, clock)
    const smtp = await startSmtp()
    await addReaders(sql, 3)
    await sealDaily(sql)
    clock.advance(30 * 3_600_000)
    await deliver(sql, smtp, { parts: { clock } })
    expect(smtp.taken).toHaveLength(0)
    expect(await readRow(sql, 0)).toMatchObject({ state: 'expired' })
    expect((await readMailing(sql)).state).toBe('attention')
  })

  test('D40 three programs that migrate at once agree, and an older program refuses a newer store', async () => {
    const store = await makeStore(engine, undefined, true)
    await Promise.all([store.sql, store.open(), store.open()].map((sql) => migrate(sql)))
    await addReaders(store.sql, 1)
    await expect(migrate(store.sql, [])).rejects.toThrow(/newer version/)
    expect(await sealDaily(store.sql)).toBe(true)
  })
})

async function* chunks(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7)
}

async function countRows(sql: Sql, id: string): Promise<number> {
  const [row] = await sql.all('select count(*) as rows from delivery where mailing = $1', [id])
  return readNumber(row, 'rows')
}

function startSealing(store: TestStore, id: string) {
  const file = fileURLToPath(
    new URL('../../apps/newsletter/src/deliver/seal-process.fixture.ts', import.meta.url),
  )
  const child = spawn(process.execPath, [file, JSON.stringify({ store: store.address, mailing: id })])
  const ended = once(child, 'exit')
  const says = async (word: string) => {
    for await (const chunk of child.stdout) if (String(chunk).includes(word)) return
  }
  return { process: child, ended, says }
}
