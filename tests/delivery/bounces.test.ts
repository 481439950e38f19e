import {
  formatBounceAddress,
  readText,
  type Sql,
  takeBounce,
  toMailingRef,
  toPersonalAddresses,
} from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { engines, useStores } from './stores.ts'
import { makeWarpClock } from './warp-clock.ts'
import { addReaders, mailing, readRow, sealDaily, toReaderId } from './world.ts'
import { ring, sender } from './world-parts.ts'

const makeStore = useStores()
const bearer = { subscriber: toReaderId(0), ref: toMailingRef(mailing) }
const tagged = formatBounceAddress(ring.current, 'bounce@broadsheet.example', bearer)

/** A report as RFC 3464 wants it, to the address that the mail was sent from. */
function makeReport({ to = tagged, action = 'failed', status = '5.1.1' } = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; r0@d0.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '--b1--',
    '',
  ].join('\r\n')
}

const makeComplaint = (link: string) =>
  [
    'To: <abuse@broadsheet.example>',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b2',
    '',
    '--b2',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'Version: 1',
    '',
    '--b2',
    'Content-Type: message/rfc822',
    '',
    `List-Unsubscribe: <${link}>`,
    '',
    'text',
    '--b2--',
  ].join('\n')

async function readReader(sql: Sql) {
  const [row] = await sql.all('select state, soft_score from subscriber where id = $1', [toReaderId(0)])
  return { state: readText(row, 'state'), score: row?.soft_score }
}

describe.each(engines)('on %s', (engine) => {
  async function setUp(clock = makeWarpClock()) {
    const { sql } = await makeStore(engine, clock)
    await addReaders(sql, 2)
    await sealDaily(sql)
    return sql
  }

  test('B1 a report that the mailbox is gone suppresses it, and shows that an uncertain mail had arrived', async () => {
    const sql = await setUp()
    await sql.all("update delivery set state = 'uncertain'")
    expect(await takeBounce(sql, ring, makeReport())).toBe('dead')
    expect((await readReader(sql)).state).toBe('bounced')
    expect(await readRow(sql, 0)).toMatchObject({ state: 'sent' })
    expect(await readRow(sql, 1)).toMatchObject({ state: 'uncertain' })
    expect(await sql.all('select reason from suppression')).toEqual([{ reason: 'bounced' }])
  })

  test.each([
    ['without a tag', 'bounce@broadsheet.example'],
    ['with a tag that was changed', tagged.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))],
    ['with the tag of another mail', tagged.replace(toMailingRef(mailing), toMailingRef('other/daily'))],
  ])('B2 a forged report %s is ignored', async (_, to) => {
    const sql = await setUp()
    expect(await takeBounce(sql, ring, makeReport({ to }))).toBe('ignored')
    expect((await readReader(sql)).state).toBe('active')
  })

  test.each([
    [
      'an answer from a holiday',
      `To: <${tagged}>\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nBack on Monday.`,
    ],
    ['a challenge', `To: <${tagged}>\nSubject: Please prove that you are human\n\nClick here.`],
    ['a report of delay', makeReport({ action: 'delayed', status: '4.4.1' })],
    [
      'a receipt',
      makeReport()
        .replace('delivery-status; boundary', 'disposition-notification; boundary')
        .replace('message/delivery-status', 'message/disposition-notification'),
    ],
    ['nothing', ''],
    ['bytes', '\u0000\u00ff--b1\r\n'.repeat(50)],
  ])('B3 %s has no effect', async (_, source) => {
    const sql = await setUp()
    expect(await takeBounce(sql, ring, source)).toBe('ignored')
    expect(await readReader(sql)).toEqual({ state: 'active', score: 0 })
  })

  test('B4 ten soft bounces on one day count once, and the third such day gives the address up', async () => {
    const clock = makeWarpClock()
    const sql = await setUp(clock)
    for (let n = 0; n < 10; n += 1)
      expect(await takeBounce(sql, ring, makeReport({ status: '5.2.2' }))).toBe('soft')
    expect(await readReader(sql)).toEqual({ state: 'active', score: 1 })
    for (const score of [2, 3]) {
      clock.advance(24 * 3_600_000)
      await takeBounce(sql, ring, makeReport({ status: '5.2.2' }))
      expect((await readReader(sql)).score).toBe(score)
    }
    expect((await readReader(sql)).state).toBe('bounced')
  })

  test('B5 a complaint ends the mails for good and is logged', async () => {
    const sql = await setUp()
    const { leave } = toPersonalAddresses(sender, mailing, toReaderId(0))
    expect(await takeBounce(sql, ring, makeComplaint(leave))).toBe('complaint')
    expect((await readReader(sql)).state).toBe('complained')
    expect(await sql.all('select kind from consent')).toEqual([{ kind: 'complained' }])
  })

  test('a policy that refused a mail suppresses nobody', async () => {
    const sql = await setUp()
    expect(await takeBounce(sql, ring, makeReport({ status: '5.7.1' }))).toBe('refused')
    expect((await readReader(sql)).state).toBe('active')
  })
})
