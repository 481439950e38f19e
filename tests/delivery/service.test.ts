import {
  formatToken,
  importCsv,
  readKeyRing,
  readNumber,
  readText,
  type Sql,
  toMailingRef,
  toPersonalAddresses,
} from '@broadsheet/newsletter'
import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, test } from 'vitest'
import { startFaultSmtp } from './fault-smtp.ts'
import { openService, type Visits } from './service-visit.ts'
import { type Engine, engines, useStores } from './stores.ts'
import { addReaders, deliver, mailing, sealDaily, toAddress, toReaderId } from './world.ts'
import { ring, sender } from './world-parts.ts'

const makeStore = useStores()
const open: Visits[] = []
afterEach(async () => {
  for (const service of open.splice(0)) await service.close()
})

async function setUp(engine: Engine, readers = 1) {
  const { sql } = await makeStore(engine)
  await addReaders(sql, readers)
  const service = await openService(sql)
  open.push(service)
  const links = toPersonalAddresses(sender, mailing, toReaderId(0))
  const pathOf = (address: string) => new URL(address).pathname
  return { sql, ...service, leavePath: pathOf(links.leave), preferencesPath: pathOf(links.preferences) }
}

const stateOf = async (sql: Sql, n: number) =>
  readText((await sql.all('select state from subscriber where id = $1', [toReaderId(n)]))[0], 'state')

/** The link that a confirmation to this address holds. */
async function confirmPath(sql: Sql, address: string): Promise<string> {
  const [row] = await sql.all(
    `select m.id from mailing m join delivery d on d.mailing = m.id join subscriber s on s.id = d.subscriber
      where m.kind = 'confirmation' and (s.address = $1 or s.new_address = $1) order by m.sealed_at desc limit 1`,
    [address],
  )
  return new URL(toPersonalAddresses(sender, readText(row, 'id'), '').confirm).pathname
}

const mails = async (sql: Sql, kind: string) =>
  readNumber((await sql.all('select count(*) as mails from mailing where kind = $1', [kind]))[0], 'mails')

const scanners = [
  'Microsoft Office',
  'Barracuda',
  'Mimecast',
  'Slackbot-LinkExpanding',
  'Proofpoint',
  'curl/8',
]

describe.each(engines)('on %s', (engine) => {
  test('A1 no GET, HEAD or prefetch of any link changes anything', async () => {
    const { sql, url, get, post, leavePath, preferencesPath } = await setUp(engine)
    await post('/subscribe', { email: 'new@example.org' })
    await expect.poll(() => mails(sql, 'confirmation')).toBe(1)
    const before = await sql.all('select * from subscriber order by id')
    for (const path of [leavePath, preferencesPath, await confirmPath(sql, 'new@example.org')])
      for (const agent of scanners) {
        expect((await get(path, { 'User-Agent': agent, Purpose: 'prefetch' })).status).toBe(200)
        expect((await fetch(`${url}${path}`, { method: 'HEAD' })).status).toBe(200)
      }
    expect(await sql.all('select * from subscriber order by id')).toEqual(before)
  })

  test('A2 one-click works urlencoded and multipart, without cookies, twice, and after erasure', async () => {
    const { sql, url, post, leavePath, preferencesPath } = await setUp(engine)
    expect((await post(leavePath, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect(await stateOf(sql, 0)).toBe('left')
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    const again = await fetch(`${url}${leavePath}`, { method: 'POST', body, redirect: 'manual' })
    expect(again.status).toBe(200)
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await mails(sql, 'goodbye')).toBe(0)
    await post(preferencesPath.replace('preferences', 'erase'), {})
    expect((await post(leavePath, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  })

  test('A3 a token that was changed, shortened, made for something else or by a lost key does nothing', async () => {
    const { sql, post, leavePath, preferencesPath, url } = await setUp(engine)
    const flipped = leavePath.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const foreign = formatToken(readKeyRing(Buffer.alloc(32, 9).toString('base64url')).current, 'leave', {
      subscriber: toReaderId(0),
      ref: toMailingRef(mailing),
    })
    const wrong = [
      flipped,
      leavePath.slice(0, -3),
      preferencesPath.replace('preferences', 'leave'),
      `/leave/${foreign}`,
      '/leave/',
      '/leave/%00',
    ]
    for (const path of wrong) expect([400, 404], path).toContain((await post(path, {})).status)
    const swollen = await fetch(`${url}${leavePath}`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'x'.repeat(1_000_000) }),
    }).catch(() => undefined)
    expect([413, undefined]).toContain(swollen?.status)
    expect(await stateOf(sql, 0)).toBe('active')
    const old = readKeyRing(
      `${Buffer.alloc(32, 1).toString('base64url')},${Buffer.alloc(32, 7).toString('base64url')}`,
    )
    expect(old.all.some(({ id }) => id === ring.current.id)).toBe(true)
    expect(old.current.id).not.toBe(ring.current.id)
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

  test('a subscription is asked for, confirmed through the link in its mail, and welcomed', async () => {
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
