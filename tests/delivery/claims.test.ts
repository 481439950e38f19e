import { openPostgres } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { useServers } from './fault-smtp.ts'
import { engines, useStores } from './stores.ts'
import { addReaders, deliver, makeLedger, sealDaily } from './world.ts'

const makeStore = useStores()
const startServer = useServers()

describe.each(engines)('on %s', (engine) => {
  test('D37 eight who claim one row at a time never get more, or the same', async () => {
    const store = await makeStore(engine)
    await addReaders(store.sql, 80)
    await sealDaily(store.sql)
    const ledgers = Array.from({ length: 8 }, () => makeLedger(store.open()))
    const claimed = await Promise.all(
      ledgers.map(async (ledger) => {
        const all: string[] = []
        for (let tries = 0; tries < 12; tries += 1) {
          const claims = await ledger.claim(1)
          expect(claims.length).toBeLessThanOrEqual(1)
          all.push(...claims.map(({ subscriber }) => subscriber))
        }
        return all
      }),
    )
    expect(claimed.flat()).toHaveLength(80)
    expect(new Set(claimed.flat()).size).toBe(80)
  })

  test('a worker ends with its last mail, and does not wait for its next look', async () => {
    const { sql } = await makeStore(engine)
    const smtp = await startServer({})
    await addReaders(sql, 20)
    await sealDaily(sql)
    await deliver(sql, smtp, { options: { lanes: 4, pollMs: 600_000 } })
    expect(smtp.taken).toHaveLength(20)
  })
})

test('D37 a plan that asks again for each row claims no more than it was asked for', async () => {
  const { sql, address } = await makeStore('postgres')
  await addReaders(sql, 80)
  await sealDaily(sql)
  // What the planner may choose where nobody has counted the rows.
  const adverse = [
    'hashjoin',
    'mergejoin',
    'material',
    'memoize',
    'indexscan',
    'indexonlyscan',
    'bitmapscan',
    'hashagg',
  ].map((name) => `-c enable_${name}=off`)
  const url = new URL('url' in address ? address.url : '')
  url.searchParams.set('options', [url.searchParams.get('options'), ...adverse].join(' '))
  const poor = openPostgres(url.href)
  for (const most of [1, 1, 7, 32]) expect(await makeLedger(poor).claim(most)).toHaveLength(most)
  await poor.close()
})

test('D35 sealing leaves PostgreSQL with counts of the tables that a claim joins, or each claim sorts all rows', async () => {
  const { sql } = await makeStore('postgres')
  await addReaders(sql, 80)
  await sealDaily(sql)
  const rows = await sql.all(
    `select relname as name, reltuples::text as count from pg_class
      where relname in ('delivery', 'mailing') and relkind = 'r' and relnamespace = current_schema::regnamespace
      order by relname`,
  )
  expect(rows).toEqual([
    { name: 'delivery', count: '80' },
    { name: 'mailing', count: '1' },
  ])
})
