import {
  createMailWriter,
  type DkimKey,
  formatDkimRecord,
  makeDkimKey,
  readDkimKey,
} from '@broadsheet/newsletter'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { useStores } from './stores.ts'
import { addReaders, makeLedger, makeMessage, sealDaily, toAddress } from './world.ts'
import { sender } from './world-parts.ts'

const makeStore = useStores()

const keys: readonly DkimKey[] = (['rsa', 'ed25519'] as const).map((algorithm) => ({
  domain: 'broadsheet.example',
  selector: `${algorithm}1`,
  algorithm,
  key: readDkimKey(makeDkimKey(algorithm)),
}))

/** The DNS as it should be for these keys. */
async function resolver(name: string): Promise<string[][]> {
  const key = keys.find(({ selector, domain }) => name === `${selector}._domainkey.${domain}`)
  return key === undefined ? [] : [[formatDkimRecord(key)]]
}

async function writeMail(message = makeMessage()) {
  const { sql } = await makeStore('sqlite')
  await addReaders(sql, 1)
  await sealDaily(sql, {}, message)
  const [claim] = await makeLedger(sql).claim(1)
  if (claim === undefined) throw new Error('There is a claim.')
  const { pieces } = await createMailWriter(sql, { ...sender, dkim: keys })(claim)
  return { bytes: Buffer.concat(pieces) }
}

test('A23 RSA and Ed25519 signatures hold for an independent verifier, and cover the fields of one-click', async () => {
  const { bytes } = await writeMail()
  const { results } = await dkimVerify(bytes, { resolver })
  expect(results.map(({ status, selector }) => [selector, status.result])).toEqual([
    ['rsa1', 'pass'],
    ['ed255191', 'pass'],
  ])
  for (const { signingHeaders } of results) {
    const covered = signingHeaders?.keys ?? ''
    for (const name of [
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'List-Id',
      'From',
      'To',
      'Subject',
      'Date',
      'Message-ID',
    ])
      expect(covered).toContain(name)
  }
})

test('A23 a mail that was changed on the way fails, and so does one with a second From', async () => {
  const text = (await writeMail()).bytes.toString('latin1')
  for (const forged of [
    text.replace('One-Click', 'Two-Click'),
    text.replace('Read the digest', 'Read this'),
    text.replace('From: ', 'From: a@evil.example\r\nFrom: '),
  ]) {
    const { results } = await dkimVerify(Buffer.from(forged, 'latin1'), { resolver })
    expect(results.map(({ status }) => status.result)).not.toContain('pass')
  }
})

test('A8 no title can add a field, and what it says comes back in one line', async () => {
  const subject = `Evil\r\nBcc: x@y.example\u0000 =?utf-8?Q?no?= \u202e ${'ü'.repeat(300)}`
  const { bytes } = await writeMail({ ...makeMessage(), subject })
  const mail = await simpleParser(bytes)
  expect(mail.headers.has('bcc')).toBe(false)
  expect(mail.subject).toContain('Evil Bcc: x@y.example')
  expect(mail.subject).toContain('=?utf-8?Q?no?=')
  expect(mail.subject).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(mail.to).toMatchObject({ text: toAddress(0) })
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n')
  for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(300)
})

test.each([
  ['plain words', 'word '.repeat(2_000).trim()],
  ['words of another script', 'слово '.repeat(900).trim()],
  ['one word', 'x'.repeat(10_000)],
])('A8 a title of ten kilobytes, %s, comes back as it was, in short lines', async (_, subject) => {
  const { bytes } = await writeMail({ ...makeMessage(), subject })
  expect((await simpleParser(bytes)).subject).toBe(subject)
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n')
  const field = head.slice(head.indexOf('Subject:')).split(/\r\n(?! )/)[0] ?? ''
  for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
})
