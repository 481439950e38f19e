import { formatToken, readKeyRing, type Sql, toMailingRef } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { makeDesk } from './desk.ts'
import { scannerAgents } from './scanner-agents.ts'
import { confirmPath, mails, stateOf, useServices } from './service-world.ts'
import { engines } from './stores.ts'
import { mailing, toReaderId } from './world.ts'

const { setUp, open } = useServices()

const tables = ['subscriber', 'consent', 'confirmation', 'suppression', 'mailing', 'delivery'] as const

/** Everything there is. */
async function readAll(sql: Sql): Promise<unknown> {
  const rows = []
  for (const table of tables) rows.push(await sql.all(`select * from ${table} order by 1, 2`))
  return rows
}

describe.each(engines)('on %s', (engine) => {
  test('A1 no GET, HEAD or prefetch of any link changes anything', async () => {
    const { sql, url, get, post, leavePath, preferencesPath } = await setUp(engine)
    await post('/subscribe', { email: 'new@example.org' })
    await expect.poll(() => mails(sql, 'confirmation')).toBe(1)
    const exportPath = preferencesPath.replace('preferences', 'export')
    const paths = [leavePath, preferencesPath, exportPath, await confirmPath(sql, 'new@example.org')]
    const before = await readAll(sql)
    for (const path of paths)
      for (const agent of scannerAgents) {
        const headers = { 'User-Agent': agent, Purpose: 'prefetch', 'Sec-Purpose': 'prefetch;prerender' }
        expect((await get(path, headers)).status).toBe(200)
        expect((await fetch(`${url}${path}`, { method: 'HEAD', headers })).status).toBe(200)
      }
    expect(await readAll(sql)).toEqual(before)
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
  })

  test('A3 a link goes on working after the secret has changed, and is unknown where the old one is forgotten', async () => {
    const { sql, leavePath } = await setUp(engine)
    const [fresh = '', old = ''] = [1, 7].map((byte) => Buffer.alloc(32, byte).toString('base64url'))
    const leaveWith = async (secrets: string) => {
      const service = await open(sql, {}, makeDesk(sql, undefined, readKeyRing(secrets)))
      return (await service.post(leavePath, {})).status
    }
    expect(await leaveWith(fresh)).toBe(400)
    expect(await stateOf(sql, 0)).toBe('active')
    expect(await leaveWith(`${fresh},${old}`)).toBe(200)
    expect(await stateOf(sql, 0)).toBe('left')
  })

  test('A3 a field that comes twice or as a list is no other field', async () => {
    const { sql, url, leavePath } = await setUp(engine)
    const body = 'List-Unsubscribe[]=One-Click&from[]=page&from=x&from=page'
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await fetch(`${url}${leavePath}`, { method: 'POST', body, headers })).status).toBe(200)
    expect(await stateOf(sql, 0)).toBe('left')
    expect(await mails(sql, 'goodbye')).toBe(0)
  })
})
