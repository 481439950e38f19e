import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { sampleConfig } from '../sample-digests.fixture.ts'
import { toMailHeaders } from './mail-headers.ts'
import type { Message } from './message.ts'
import { type Envelope, toMime } from './mime.ts'

const config = { ...sampleConfig, serviceUrl: 'https://service.digest.example/' }

const envelope: Envelope = {
  from: { name: 'The Digest', address: 'news@digest.example' },
  to: { address: 'reader@example.org' },
  replyTo: { address: 'editor@digest.example' },
  date: '2025-10-16T08:00:00Z',
  messageId: 'x1.daily@digest.example',
}

const message: Message = {
  key: 'cs_CL-2025-10-16/daily',
  kind: 'daily',
  subject: '[cs.CL] 16 Oct 2025: λ-GRPO',
  preheader: 'Short',
  html: '<p>λ = 1</p>',
  text: 'λ = 1\n',
  headers: toMailHeaders(config, 'daily'),
}

describe('a mail', () => {
  const mime = toMime(message, envelope)

  test('is ASCII with CRLF, in lines short enough for every server', () => {
    expect(mime).toMatch(/^(?:[\t -~]{0,78}\r\n)*$/)
  })

  test('has one of each header', () => {
    const names = readHeaderNames(mime)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual([
      'From',
      'To',
      'Reply-To',
      'Subject',
      'Date',
      'Message-ID',
      'List-Id',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'List-Archive',
      'List-Subscribe',
      'List-Help',
      'Feedback-ID',
      'Auto-Submitted',
      'X-Auto-Response-Suppress',
      'Content-Language',
      'MIME-Version',
      'Content-Type',
    ])
  })

  test('has the text part first', () => {
    expect(mime.indexOf('text/plain')).toBeLessThan(mime.indexOf('text/html'))
  })

  test('is read back by another parser with nothing lost', async () => {
    const mail = await simpleParser(mime)
    expect(mail.subject).toBe(message.subject)
    expect(mail.html).toBe(message.html)
    expect(mail.text).toBe(message.text)
    expect(mail.date?.toISOString()).toBe('2025-10-16T08:00:00.000Z')
    expect(mail.messageId).toBe('<x1.daily@digest.example>')
    expect(mail.from?.value).toEqual([{ name: 'The Digest', address: 'news@digest.example' }])
    expect(mail.headers.get('list')).toMatchObject({
      id: { name: 'The Digest', id: 'news.digest.example' },
      unsubscribe: { mail: 'news@digest.example?subject=unsubscribe' },
      archive: { url: 'https://digest.example/digests/' },
    })
  })

  test('keeps the placeholder of the leaving address whole in header and body', () => {
    const long = toMime(
      { ...message, html: `<p>${'x'.repeat(70)}<a href="XXLEAVEADDRESSXX">`, text: 'XXLEAVEADDRESSXX' },
      envelope,
    )
    expect(long.split('XXLEAVEADDRESSXX')).toHaveLength(4)
  })
})

test('no subject, key or name adds a header or ends the head early', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'a\r\nBcc: x@evil.example',
      'a\n\n<html>',
      '\r\n\r\n',
      'a\u0085Bcc: x',
      '=?utf-8?q?=0D=0ABcc:_x?=',
    ),
  )
  const expected = readHeaderNames(toMime(message, envelope))
  fc.assert(
    fc.property(hostile, hostile, (subject, name) => {
      const headers = toMailHeaders({ ...config, title: name }, 'daily')
      const mime = toMime(
        { ...message, subject, headers },
        { ...envelope, from: { name, address: 'a@b.example' } },
      )
      expect(readHeaderNames(mime)).toEqual(expected)
      expect(mime).toMatch(/^[\t -~\r\n]*$/)
    }),
  )
})

test('a subject comes back as its cleaned text whatever it held', async () => {
  const subjects = ['10 KB '.repeat(1700).trim(), '=?utf-8?q?x?=', 'قال "x" — 50% 🎉', 'a  b']
  for (const subject of subjects) {
    const mail = await simpleParser(toMime({ ...message, subject }, envelope))
    expect(mail.subject).toBe(subject.replace(/ +/g, ' '))
  }
})

test('without a service that takes a POST there is no one-click header, only the mail', () => {
  const headers = new Map(toMailHeaders(sampleConfig, 'daily'))
  expect(headers.get('List-Unsubscribe')).toBe('<mailto:news@digest.example?subject=unsubscribe>')
  expect(headers.has('List-Unsubscribe-Post')).toBe(false)
})

test('the id that complaints are counted by names the kind, the list and the sender', () => {
  const headers = new Map(toMailHeaders(sampleConfig, 'weekly'))
  expect(headers.get('Feedback-ID')).toBe('weekly:news.digest.example:mail:digestexample')
})

function readHeaderNames(mime: string): readonly string[] {
  const [head = ''] = mime.split('\r\n\r\n')
  return head.split(/\r\n(?![ \t])/).map((field) => field.slice(0, field.indexOf(':')))
}
