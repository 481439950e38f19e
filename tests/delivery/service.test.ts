import { importCsv, readNumber, readText } from '@broadsheet/newsletter'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { startFaultSmtp } from './fault-smtp.ts'
import { confirmPath, mails, stateOf, useServices } from './service-world.ts'
import { engines } from './stores.ts'
import { deliver, mailing, sealDaily, toAddress, toReaderId } from './world.ts'
import { ring } from './world-parts.ts'

const { setUp } = useServices()

describe.each(engines)('on %s', (engine) => {
  test.each([
    'a@b.example\r\nBcc: x@y.example',
    '"x y"@z.example',
    'a@[1.2.3.4]',
    'a@b.example,c@d.example',
    'a\u0000@b.example',
    '<a@b.example>',
  ])('A7 %j is answered like any address and leaves nothing', async (email) => {
    const { sql, post } = await setUp(engine, 0)
    const good = await post('/subscribe', { email: 'good@example.org' })
    const odd = await post('/subscribe', { email })
    expect([odd.status, await odd.text()]).toEqual([202, await good.text()])
    await expect.poll(() => mails(sql, 'confirmation')).toBe(1)
    expect(await sql.all('select address from subscriber')).toEqual([{ address: 'good@example.org' }])
  })

  test('A5 new, pending, active, left and suppressed addresses get the same answer to the byte', async () => {
    const { sql, post } = await setUp(engine, 3)
    await sql.all("update subscriber set state = 'left' where id = $1", [toReaderId(1)])
    await sql.all("update subscriber set state = 'bounced' where id = $1", [toReaderId(2)])
    const emails = [
      'new@example.org',
      'new@example.org',
      toAddress(0),
      toAddress(1),
      toAddress(2),
      'no address',
    ]
    const answers: string[] = []
    for (const email of emails) {
      const response = await post('/subscribe', { email })
      const headers = [...response.headers].filter(([name]) => name !== 'date')
      answers.push(JSON.stringify([response.status, headers, await response.text()]))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('[202,')
  })

  test('A6 asking for an active address a hundred times changes nothing and sends nothing', async () => {
    const { sql, post } = await setUp(engine)
    for (let n = 0; n < 100; n += 1)
      await post('/subscribe', { email: toAddress(0) }, { 'X-Forwarded-For': `10.0.${n}.1` })
    expect(await stateOf(sql, 0)).toBe('active')
    expect(await mails(sql, 'confirmation')).toBe(0)
  })

  test('A17 an erased address stays out of imports and comes back only when its owner confirms', async () => {
    const { sql, post, preferencesPath } = await setUp(engine)
    const erasePath = preferencesPath.replace('preferences', 'erase')
    expect((await post(erasePath, {})).status).toBe(200)
    expect(JSON.stringify(await sql.all('select * from consent'))).not.toContain(toAddress(0))
    const report = await importCsv({ sql, ring }, only(`email\n${toAddress(0)}\n`), 'test')
    expect(report).toMatchObject({ added: 0 })
    await post('/subscribe', { email: toAddress(0) })
    await expect.poll(() => mails(sql, 'confirmation')).toBe(1)
    expect((await post(await confirmPath(sql, toAddress(0)), {})).status).toBe(200)
    const [row] = await sql.all('select state from subscriber where address = $1', [toAddress(0)])
    expect(readText(row, 'state')).toBe('active')
    expect(await sql.all('select 1 from suppression')).toEqual([])
  })

  test('A18 no log line holds a token, an address or a network', async () => {
    const { log, post, get, leavePath, preferencesPath } = await setUp(engine)
    await post('/subscribe', { email: 'secret@example.org' })
    await get(leavePath)
    await post(preferencesPath, { email: 'x@y.example', pause: '7' })
    await get('/nothing/v1.token')
    const all = log.join('\n')
    expect(log.length).toBeGreaterThanOrEqual(4)
    expect(all).not.toMatch(/@|v1\.|127\.0|secret/)
  })

  test('D27 a subscription is asked for, confirmed through the link in its mail, and welcomed', async () => {
    const { sql, post, get } = await setUp(engine, 0)
    const smtp = await startFaultSmtp({ keepBytes: true })
    await post('/subscribe', { email: 'new@example.org' })
    await expect.poll(() => mails(sql, 'confirmation')).toBe(1)
    const idOf = async (kind: string) =>
      readText((await sql.all('select id from mailing where kind = $1', [kind]))[0], 'id')
    await deliver(sql, smtp, { options: { mailing: await idOf('confirmation') } })
    const mail = await simpleParser(smtp.taken[0]?.bytes ?? '')
    const path = /\/confirm\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? ''
    expect((await get(path)).status).toBe(200)
    expect((await post(path, {})).status).toBe(200)
    expect((await post(path, {})).status).toBe(200)
    await deliver(sql, smtp, { options: { mailing: await idOf('welcome') } })
    expect(smtp.taken.map(({ to }) => to)).toEqual(['new@example.org', 'new@example.org'])
    expect(await sql.all('select kind from consent order by at, kind')).toEqual([
      { kind: 'requested' },
      { kind: 'confirmed' },
    ])
    expect((await post('/confirm/unknown', {})).status).toBe(410)
    await smtp.close()
  })

  test('preferences are saved, a new address waits for its confirmation, and whoever left can come back', async () => {
    const { sql, post, get, leavePath, preferencesPath } = await setUp(engine)
    await post(leavePath, { from: 'page' })
    expect(await mails(sql, 'goodbye')).toBe(1)
    const wishes = {
      topics: 'agents, evaluation',
      frequency: 'weekly',
      join: 'yes',
      email: 'moved@example.org',
    }
    expect((await post(preferencesPath, wishes)).status).toBe(200)
    expect(await stateOf(sql, 0)).toBe('active')
    expect(await (await get(preferencesPath)).text()).toContain('agents, evaluation')
    expect((await post(await confirmPath(sql, 'moved@example.org'), {})).status).toBe(200)
    const data: unknown = await (await get(preferencesPath.replace('preferences', 'export'))).json()
    expect(data).toMatchObject({ subscriber: { address: 'moved@example.org', frequency: 'weekly' } })
    await sealDaily(sql)
    expect(
      readNumber((await sql.all('select audience from mailing where id = $1', [mailing]))[0], 'audience'),
    ).toBe(0)
  })
})

async function* only(text: string): AsyncGenerator<string> {
  yield text
}
