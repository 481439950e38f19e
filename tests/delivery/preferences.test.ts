import { formatPreference, readText, type Sql, seal } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { useServers } from './fault-smtp.ts'
import { engines, useStores } from './stores.ts'
import {
  addReaders,
  deliver,
  expectInvariants,
  mailing,
  makeMessage,
  makePlan,
  readMailing,
  readRow,
  toAddress,
  toReaderId,
} from './world.ts'

const makeStore = useStores()
const startServer = useServers()

const agents = formatPreference({ topics: ['agents'], authors: [], categories: [] })
const nothing = formatPreference({ topics: ['nothing'], authors: [], categories: [] })

const compose = (preference: string) =>
  preference === nothing
    ? undefined
    : { ...makeMessage(), subject: preference === agents ? 'Of agents alone' : 'Of everything' }

const wish = (sql: Sql, n: number, preference: string) =>
  sql.all('update subscriber set preference = $2 where id = $1', [toReaderId(n), preference])

/** A store on which something happens, once, before or after the first statement that begins like this. */
function meddle(sql: Sql, start: string, when: 'before' | 'after', change: () => Promise<unknown>): Sql {
  let isOver = false
  const watch = (inner: Sql): Sql => ({
    ...inner,
    all: async (text, values) => {
      const isNow = !isOver && text.trimStart().startsWith(start)
      if (isNow) isOver = true
      if (isNow && when === 'before') await change()
      const rows = await inner.all(text, values)
      if (isNow && when === 'after') await change()
      return rows
    },
    transaction: (work) => inner.transaction((each) => work(watch(each))),
  })
  return watch(sql)
}

/** What the reader would get: the subject that their row has. */
async function subjectOf(sql: Sql, n: number): Promise<string> {
  const { variant } = await readRow(sql, n)
  const [row] = await sql.all('select message from variant where mailing = $1 and id = $2', [
    mailing,
    String(variant),
  ])
  return /"subject":"([^"]*)"/.exec(readText(row, 'message'))?.[1] ?? ''
}

describe.each(engines)('on %s', (engine) => {
  test('P3 a preference that is changed while the mails are composed gets its own mail, and nobody is left out', async () => {
    const { sql } = await makeStore(engine)
    await addReaders(sql, 3)
    const changed = meddle(sql, 'select distinct preference', 'after', () => wish(sql, 1, agents))
    expect(await seal(changed, makePlan(Date.now()), compose)).toBe(true)
    expect((await readMailing(sql)).audience).toBe(3)
    expect(await subjectOf(sql, 0)).toBe('Of everything')
    expect(await subjectOf(sql, 1)).toBe('Of agents alone')
  })

  test('P3 a preference that is changed after the seal changes the next mailing, not this one', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startServer({ keepBytes: true })
    await addReaders(sql, 2)
    await seal(sql, makePlan(Date.now()), compose)
    await wish(sql, 0, agents)
    await wish(sql, 1, nothing)
    await deliver(sql, smtp)
    await expectInvariants(sql, smtp.taken)
    for (const { bytes } of smtp.taken) expect(bytes.toString()).toContain('Subject: Of everything')
    await seal(sql, makePlan(Date.now(), { id: 'next/daily' }), compose)
    expect(await readRow(sql, 1, 'next/daily')).toMatchObject({ state: 'unmatched' })
    expect(await readRow(sql, 0, 'next/daily')).toMatchObject({ state: 'pending' })
  })

  test('a reader whom nothing matches is counted and gets no mail', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startServer()
    await addReaders(sql, 2)
    await wish(sql, 1, nothing)
    await seal(sql, makePlan(Date.now()), compose)
    await deliver(sql, smtp)
    expect(smtp.taken.map(({ to }) => to)).toEqual([toAddress(0)])
    await expectInvariants(sql, smtp.taken)
    expect((await readMailing(sql)).state).toBe('done')
  })
})

test.each(['before', 'after'] as const)(
  'P3 a preference that is changed by another connection %s the audience is written leaves nobody out',
  async (when) => {
    const store = await makeStore('postgres')
    const other = store.open()
    await addReaders(store.sql, 3)
    const changed = meddle(store.sql, 'insert into delivery', when, () => wish(other, 1, agents))
    expect(await seal(changed, makePlan(Date.now()), compose)).toBe(true)
    expect((await readMailing(store.sql)).audience).toBe(3)
    expect(await subjectOf(store.sql, 1)).toBe('Of agents alone')
  },
)
