import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { buildMails } from './build-mails.ts'

const ours = await buildMails('content')
const mails = [...ours, ...(await buildMails('tests/fixtures/accepted'))]

test('there is one of every kind', () => {
  const kinds = ['daily', 'weekly', 'narrowed', 'corrected', 'confirmation', 'welcome', 'goodbye']
  expect([...new Set(mails.map(({ kind }) => kind))].sort()).toEqual(kinds.sort())
})

describe.each(mails)('$name', ({ eml, html, text, subject, kind, fitted }) => {
  test('is below what Gmail clips', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
  })

  test('is strict MIME: ASCII, CRLF, short lines, one of each header, the text part first', () => {
    expect(eml).toMatch(/^(?:[\t -~]{0,997}\r\n)*$/)
    const [head = ''] = eml.split('\r\n\r\n')
    const names = head.split(/\r\n(?![ \t])/).map((field) => field.slice(0, field.indexOf(':')))
    expect(new Set(names).size).toBe(names.length)
    expect(eml.indexOf('text/plain')).toBeLessThan(eml.indexOf('text/html'))
  })

  test('is read back by another parser with nothing lost', async () => {
    const mail = await simpleParser(eml)
    expect(mail.subject).toBe(subject)
    expect(mail.html).toBe(html)
    expect(mail.text).toBe(text)
  })

  test('has a text part that is text, in 72 columns but for addresses', () => {
    expect(text.trim()).not.toBe('')
    const long = text.split('\n').filter((line) => line.length > 72 && !/https?:\/\/\S+$/.test(line))
    expect(long.filter((line) => [...line].length > 72)).toEqual([])
  })

  test('says who sends it, why, and how to stop it', () => {
    for (const part of [html, text]) {
      expect(part).toContain('You get this mail')
      expect(part).toContain('Press Lane')
      if (kind !== 'confirmation' && kind !== 'goodbye') expect(part).toContain('Unsubscribe')
    }
  })

  test('loads nothing and leads only to whole addresses', () => {
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|form)\b|url\(|@import/)
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(addresses.filter((href) => !/^(?:https?:\/\/|mailto:)/.test(href ?? ''))).toEqual([])
  })

  test('has every paper in both parts', () => {
    const count = fitted?.papers.length ?? 0
    expect(html.split('class="paper"').length - 1).toBe(count)
    for (let number = 1; number <= count && kind !== 'narrowed'; number += 1)
      expect(text).toContain(`\n${number}. `)
  })
})

// Fixtures hold such marks as their authors' own words.
test.each(ours)('$name has no mark of TeX, Markdown or HTML left over', ({ html, text }) => {
  const words = html.replace(/<style.*?<\/style>|<!--.*?-->|<[^>]*>/gs, ' ')
  for (const part of [words, text]) {
    expect(part).not.toMatch(/\\[a-z]{2,}|\$[^$\d\s][^$]*\$|\*\*\S|\]\(http|undefined|\[object/)
    expect(part).not.toMatch(/XX[A-Z]+ADDRESSXX|\{\{/)
  }
  expect(text).not.toMatch(/&(?:amp|lt|gt|quot|#\d+);/)
})
