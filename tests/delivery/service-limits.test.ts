import { readNumber, toPersonalAddresses } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { speak } from './service-visit.ts'
import { mails, useServices } from './service-world.ts'
import { engines } from './stores.ts'
import { mailing, toReaderId } from './world.ts'
import { sender } from './world-parts.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const { setUp, open } = useServices()

describe.each(engines)('on %s', (engine) => {
  test('A4 ten thousand requests cost no more mails than the limits allow, and an honest one is answered at once', {
    timeout: 60_000,
  }, async () => {
    const { sql, post } = await setUp(engine)
    const count = isLong ? 10_000 : 1_000
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
    await expect.poll(() => mails(sql, 'confirmation'), { timeout: 30_000 }).toBe(40)
    const [row] = await sql.all('select count(*) as rows from subscriber')
    expect(readNumber(row, 'rows')).toBe(41)
  })

  test.each([
    ['one address', 1, () => 'one@example.org', (n: number) => `10.${n % 250}.0.1`],
    ['one domain', 8, (n: number) => `r${n}@one.example`, (n: number) => `10.${n % 250}.0.1`],
    ['one network', 5, (n: number) => `r${n}@d${n}.example`, () => '10.1.1.1'],
    ['many of everything', 12, (n: number) => `r${n}@d${n}.example`, (n: number) => `10.${n % 250}.0.1`],
  ])('A4 requests for %s cost %i mails', { timeout: 60_000 }, async (_, most, toEmail, toNetwork) => {
    const { sql } = await setUp(engine, 0)
    const { post } = await open(sql, { limits: { network: 5, domain: 8, all: 12 } })
    const count = isLong ? 10_000 : 100
    const ask = async (first: number) => {
      for (let n = first; n < count; n += 10)
        expect(
          (await post('/subscribe', { email: toEmail(n) }, { 'X-Forwarded-For': toNetwork(n) })).status,
        ).toBe(202)
    }
    await Promise.all(Array.from({ length: 10 }, (_, first) => ask(first)))
    await expect.poll(() => mails(sql, 'confirmation')).toBe(most)
    expect(await sql.all('select 1 from subscriber')).toHaveLength(most)
  })

  test('A4 an address is asked once a day, and three times without an answer', async () => {
    const { sql, post } = await setUp(engine)
    for (let day = 1; day <= 6; day += 1) {
      // What comes last is done last: with its mail the other two requests are over.
      for (const email of ['one@example.org', 'one@example.org', `last${day}@example.org`])
        await post('/subscribe', { email }, { 'X-Forwarded-For': `192.0.${day}.7` })
      await expect.poll(() => mails(sql, 'confirmation')).toBe(day + Math.min(day, 3))
      await sql.all('update subscriber set asked_at = 0')
    }
  })

  test('A4 a new address is asked once a day too, whoever wants to move to it', async () => {
    const { sql, post, preferencesPath } = await setUp(engine, 2)
    const other = new URL(toPersonalAddresses(sender, mailing, toReaderId(1)).preferences).pathname
    for (const path of [preferencesPath, preferencesPath, other])
      await post(path, { email: 'moved@example.org' })
    await post(preferencesPath, { email: 'elsewhere@example.org' })
    expect(await mails(sql, 'confirmation')).toBe(1)
    await sql.all('update subscriber set asked_at = asked_at - 86400001 where asked > 0')
    await post(other, { email: 'moved@example.org' })
    expect(await mails(sql, 'confirmation')).toBe(2)
  })
})

test('A21 slow, oversized and odd requests are cut', { timeout: 30_000 }, async () => {
  const service = await setUp('sqlite')
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
