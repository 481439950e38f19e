import { readNumber, type Sql } from '@broadsheet/newsletter'
import { afterEach, describe, expect, test } from 'vitest'
import { openService, speak, type Visits } from './service-visit.ts'
import { type Engine, engines, useStores } from './stores.ts'
import { addReaders } from './world.ts'

const makeStore = useStores()
const open: Visits[] = []
afterEach(async () => {
  for (const service of open.splice(0)) await service.close()
})

async function setUp(engine: Engine) {
  const { sql } = await makeStore(engine)
  await addReaders(sql, 1)
  const service = await openService(sql)
  open.push(service)
  return { sql, ...service }
}

const mails = async (sql: Sql, kind: string) =>
  readNumber((await sql.all('select count(*) as mails from mailing where kind = $1', [kind]))[0], 'mails')

describe.each(engines)('on %s', (engine) => {
  test('A4 ten thousand requests cost no more mails than the limits allow, and an honest one is answered at once', {
    timeout: 60_000,
  }, async () => {
    const { sql, post } = await setUp(engine)
    const count = process.env.BROADSHEET_LONG === '1' ? 10_000 : 1_000
    const attack = async (first: number) => {
      for (let n = first; n < count; n += 20)
        await post(
          '/subscribe',
          { email: `victim${n % 400}@target${n % 7}.example` },
          { 'X-Forwarded-For': `10.${n % 3}.1.9` },
        )
    }
    const attackers = Array.from({ length: 20 }, (_, index) => attack(index))
    const times: number[] = []
    for (let n = 0; n < 10; n += 1) {
      const began = performance.now()
      expect(
        (await post('/subscribe', { email: `honest${n}@example.org` }, { 'X-Forwarded-For': `192.0.${n}.7` }))
          .status,
      ).toBe(202)
      times.push(performance.now() - began)
    }
    await Promise.all(attackers)
    console.info(`${engine}: ${count} requests, honest answers in ${times.map(Math.round).join(', ')} ms`)
    await expect.poll(() => mails(sql, 'confirmation'), { timeout: 10_000 }).toBe(40)
    const [row] = await sql.all('select count(*) as rows from subscriber')
    expect(readNumber(row, 'rows')).toBe(41)
  })

  test('A4 an address is asked once a day, and three times without an answer', async () => {
    const { sql, post } = await setUp(engine)
    for (let n = 0; n < 12; n += 1) {
      await post('/subscribe', { email: 'one@example.org' }, { 'X-Forwarded-For': `192.0.${n}.7` })
      if (n % 2 === 1) await sql.all('update subscriber set asked_at = 0')
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await expect.poll(() => mails(sql, 'confirmation')).toBe(3)
  })
})

test('A21 slow, oversized and odd requests are cut', { timeout: 30_000 }, async () => {
  const { sql } = await makeStore('sqlite')
  const service = await openService(sql)
  open.push(service)
  const slow = speak(
    service.url,
    ['POST /subscribe HTTP/1.1\r\nHost: x\r\n', ...Array.from({ length: 40 }, () => 'a')],
    250,
  )
  const bomb = await speak(service.url, [
    `GET /healthz HTTP/1.1\r\nHost: x\r\n${'X-A: '.padEnd(20_000, 'b')}\r\n\r\n`,
  ])
  expect(bomb.answer).toContain('431')
  const path = await speak(service.url, [
    'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ])
  expect(path.answer).toContain('404')
  const form = await speak(service.url, [
    'POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nemail=',
  ])
  expect(form.answer).toContain('413')
  const two = await speak(service.url, [
    'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ])
  expect(two.answer.match(/200 OK/g)).toHaveLength(2)
  const foreign = await service.post(
    '/subscribe',
    { email: 'a@b.example' },
    { Origin: 'https://elsewhere.example' },
  )
  expect(foreign.status).toBe(403)
  expect((await slow).ms).toBeLessThan(9_000)
})
