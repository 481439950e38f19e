import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { fillTemplate, toMailTemplate } from './mail-template.ts'

const words = {
  leave: `https://news.example.org/leave/v1.${'a'.repeat(90)}`,
  preferences: 'https://news.example.org/preferences/x?a=b',
  confirm: 'https://news.example.org/confirm/y',
  to: 'reader@example.org',
  messageId: 'id@example.org',
}

const makeMessage = (text: string, html = text) => ({
  key: 'a/daily',
  kind: 'daily' as const,
  subject: 'Sübject',
  preheader: '',
  html,
  text,
  headers: [['List-Unsubscribe', '<XXLEAVEADDRESSXX>']] as const,
})

const options = { from: { name: 'Us', address: 'us@example.org' }, date: '2026-01-31T08:00:00Z' }

function fill(text: string, html?: string): string {
  const { head, body } = fillTemplate(toMailTemplate(makeMessage(text, html), options), words)
  return `${head}\r\n${Buffer.concat(body).toString('latin1')}`
}

test('personal words stand in both parts and in the header, at the start, in the middle and at the end of a line', async () => {
  const text = 'XXLEAVEADDRESSXX\nGo: XXPREFERENCESADDRESSXX now\nXXLEAVEADDRESSXX and end XXCONFIRMADDRESSXX'
  const html = `<a href="XXLEAVEADDRESSXX">${'long words '.repeat(20)}</a>XXPREFERENCESADDRESSXX`
  const mail = await simpleParser(fill(text, html))
  const put = (each: string) =>
    each
      .replaceAll('XXLEAVEADDRESSXX', words.leave)
      .replaceAll('XXPREFERENCESADDRESSXX', words.preferences)
      .replaceAll('XXCONFIRMADDRESSXX', words.confirm)
  expect(mail.text?.trimEnd()).toBe(put(text))
  expect(String(mail.html).trimEnd()).toBe(put(html))
  expect(mail.messageId).toBe('<id@example.org>')
  expect(fill(text)).toContain(`List-Unsubscribe: <${words.leave}>\r\n`)
})

test('any text comes back as it was, in lines of at most 76 characters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('XXLEAVEADDRESSXX'), fc.constant('\n')),
        { maxLength: 30 },
      ),
      async (pieces) => {
        const text = pieces.join('').replace(/[\p{Cc}]/gu, (control) => (control === '\n' ? control : ' '))
        const source = fill(text)
        for (const line of source.split('\r\n').slice(12)) expect(line.length).toBeLessThanOrEqual(76)
        const mail = await simpleParser(source)
        expect((mail.text ?? '').trimEnd()).toBe(text.replaceAll('XXLEAVEADDRESSXX', words.leave).trimEnd())
      },
    ),
    { numRuns: 100 },
  )
})
