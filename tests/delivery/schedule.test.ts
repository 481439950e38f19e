import { type Candidate, listDue, readNumber, type Sql, seal, sealMissed } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { engines, useStores } from './stores.ts'
import { makeWarpClock } from './warp-clock.ts'
import { addReaders, makeMessage, readMailing } from './world.ts'

const makeStore = useStores()
const hour = 3_600_000

const makeCandidate = (date: string): Candidate => ({
  id: `${date}/daily`,
  kind: 'daily',
  slug: date,
  source: '',
  date,
})

/** One look of one machine. */
async function tick(
  sql: Sql,
  candidates: readonly Candidate[],
  timeZone: string,
  now: number,
  publishAt = '08:00',
) {
  for (const { plan, isMissed } of listDue(candidates, { timeZone, publishAt, expiresAfterHours: 24 }, now))
    await (isMissed ? sealMissed(sql, plan) : seal(sql, plan, () => makeMessage(plan.id)))
}

const countMailings = async (sql: Sql) =>
  readNumber((await sql.all('select count(*) as rows from mailing'))[0], 'rows')

describe.each(engines)('on %s', (engine) => {
  test.each([
    ['a time that a change of clocks skips', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['a time that comes twice', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    [
      'a zone that moves its clocks by half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      '2026-10-03T15:45:00Z',
    ],
    ['a zone east of everybody', 'Pacific/Kiritimati', '2026-01-31', '08:00', '2026-01-30T18:00:00Z'],
  ])(
    'D34 %s gives one mailing, however many machines look however often',
    async (_, zone, date, time, instant) => {
      const clock = makeWarpClock(Date.parse(instant) - 3 * hour)
      const store = await makeStore(engine, clock)
      await addReaders(store.sql, 2)
      const machines = [store.sql, store.open()]
      const sealed: string[] = []
      for (let step = 0; step < 24; step += 1) {
        const now = Date.parse(instant) - 3 * hour + step * (hour / 2)
        clock.advance(now - clock.now())
        await Promise.all(machines.map((sql) => tick(sql, [makeCandidate(date)], zone, now, time)))
        if ((await countMailings(store.sql)) === 1 && sealed.length === 0)
          sealed.push(new Date(now).toISOString())
      }
      expect(sealed).toEqual([instant.replace('Z', '.000Z')])
      expect(await countMailings(store.sql)).toBe(1)
      expect((await readMailing(store.sql, `${date}/daily`)).audience).toBe(2)
    },
  )

  test('D34 another zone in the configuration does not send a day again', async () => {
    const { sql } = await makeStore(engine)
    const now = Date.parse('2026-01-31T12:00:00Z')
    for (const zone of ['UTC', 'Asia/Kolkata', 'America/New_York'])
      await tick(sql, [makeCandidate('2026-01-31')], zone, now + hour)
    expect(await countMailings(sql)).toBe(1)
  })

  test('a digest that comes too late is shown as missed and mailed to nobody; older ones are left alone', async () => {
    const { sql } = await makeStore(engine)
    await addReaders(sql, 2)
    const days = ['2026-01-01', '2026-01-29', '2026-01-30', '2026-02-01']
    await tick(sql, days.map(makeCandidate), 'UTC', Date.parse('2026-01-30T12:00:00Z'))
    expect(await readMailing(sql, '2026-01-29/daily')).toMatchObject({ state: 'missed', audience: 0 })
    expect(await readMailing(sql, '2026-01-30/daily')).toMatchObject({ state: 'sending', audience: 2 })
    expect(await countMailings(sql)).toBe(2)
  })
})
