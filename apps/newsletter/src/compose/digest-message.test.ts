import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleConfig, toLongDigest, toSampleViews } from '../sample-digests.fixture.ts'
import { compileDigest } from './compile-digest.ts'
import { type DailyOptions, toDailyContent } from './daily-content.ts'
import { type Composed, toDigestMessage } from './digest-message.ts'
import { readyMailContext } from './mail-context.ts'

const context = await readyMailContext(sampleConfig)

const small = {
  date: '2025-10-16',
  overview: 'A quiet day.',
  tldr: 'Total papers: 81 , Selected papers: 2\n\nRead https://arxiv.org/abs/2510.00002 first.',
  papers: [
    {
      title: '$λ$-GRPO: "quoted" & <b>bold</b>',
      id: '2510.00001',
      abstract: 'Costs \\$5.',
      summary: 'It is $\\alpha$.',
    },
    {
      title: 'Second',
      id: '2510.00002',
      authors: 'Ada One',
      keywords: 'Agents',
      comments: 'Accepted to AAAI 2026',
    },
  ],
}

describe('a daily mail', () => {
  const { message, fitted } = compose([small])

  test('has the subject of the template, in plain text', () => {
    expect(message.subject).toBe('[cs.CL] 16 Oct 2025: 2 of 81 papers: λ-GRPO: "quoted" & bold')
  })

  test('has every paper in HTML and in text', () => {
    for (const words of ['λ-GRPO', 'Second', 'Ada One', 'AAAI 2026']) {
      expect(message.html).toContain(words)
      expect(message.text).toContain(words)
    }
    expect(message.html).not.toContain('<b>bold')
  })

  test('leads to the site: the digest, a paper, and a paper named in the TL;DR', () => {
    expect(message.html).toContain('href="https://digest.example/digests/cs_CL-2025-10-16/"')
    expect(message.html).toContain('href="https://digest.example/papers/2510.00001/"')
    expect(message.html).toMatch(/href="https:\/\/digest\.example\/digests\/cs_CL-2025-10-16\/#[^"]+"/)
  })

  test('says why it came, how to stop it and who sent it, in both parts', () => {
    for (const part of [message.html, message.text]) {
      expect(part).toContain('You get this mail because')
      expect(part).toContain('XXLEAVEADDRESSXX')
      expect(part).toContain('XXPREFERENCESADDRESSXX')
      expect(part).toContain('Press, 1 Lane, Town')
    }
  })

  test('says what it shows of each paper', () => {
    expect(fitted.papers).toEqual([
      { key: '2510.00001', detail: 'summary' },
      { key: '2510.00002', detail: 'summary' },
    ])
  })

  test('is the same bytes when it is composed again', () => {
    expect(compose([small]).message).toEqual(message)
  })
})

test('the text part keeps to 72 columns but for addresses', () => {
  const { message } = compose([small, toLongDigest(3)].slice(1))
  const long = message.text.split('\n').filter((line) => line.length > 72 && !line.includes('https://'))
  expect(long).toEqual([])
})

test('sixty papers fit, and those that the TL;DR names first show more', () => {
  const { message, fitted } = compose([toLongDigest(60)])
  expect(Buffer.byteLength(message.html)).toBeLessThan(100_000)
  expect(fitted.papers).toHaveLength(60)
  const [first, last] = [fitted.papers[0]?.detail, fitted.papers.at(-1)?.detail]
  expect([first, last]).toEqual(['lines', 'summary'])
  expect(message.html).toContain('Read the rest')
})

test('a TL;DR too long for a mail is shortened before a paper is', () => {
  const { message, fitted } = compose([{ ...small, tldr: 'Much has been said today. '.repeat(6000) }])
  expect(fitted.intro).toBe('short')
  expect(Buffer.byteLength(message.html)).toBeLessThan(100_000)
  expect(fitted.papers.map(({ detail }) => detail)).toEqual(['summary', 'summary'])
})

test('no number of papers up to a hundred makes a mail too long or loses one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 6, max: 400 }), (count, words) => {
      const { message, fitted } = compose([toLongDigest(count, words)])
      expect(Buffer.byteLength(message.html)).toBeLessThan(100_000)
      expect(fitted.papers).toHaveLength(count)
      expect(message.text).toContain(`\n${count}. Paper ${count} `)
    }),
    { numRuns: 12 },
  )
})

test('a title as long as a text does not become a subject as long', () => {
  const { message } = compose([
    { ...small, papers: [{ title: 'So many words '.repeat(99), id: '2510.00001' }] },
  ])
  expect(message.subject.length).toBeLessThanOrEqual(300)
  expect(message.subject).toMatch(/^\[cs\.CL\] 16 Oct 2025: 1 of 81 papers: So many words .*…$/)
})

test('papers beyond the room for titles are links in one list, each with its number', () => {
  const { message, fitted } = compose([toLongDigest(250)])
  const links = fitted.papers.filter(({ detail }) => detail === 'link')
  expect(Buffer.byteLength(message.html)).toBeLessThan(100_000)
  expect(links.length).toBeGreaterThan(20)
  expect(message.html.split('class="paper-list"')).toHaveLength(2)
  for (const part of [message.html, message.text])
    expect(part).toContain(`${links.length} more papers, by title`)
  for (let number = 1; number <= 250; number += 1) {
    expect(message.html).toContain(
      `href="https://digest.example/papers/2510.${9_999 + number}/">Paper ${number} on`,
    )
    expect(message.text).toContain(`\n${number}. Paper ${number} on`)
  }
})

test("an author cannot send a reader's own address elsewhere", () => {
  const theft = 'XXLEAVEADDRESSXX and [this](https://evil.example/?XXLEAVEADDRESSXX)'
  const papers = [{ title: theft, id: '2510.00001', authors: theft, comments: theft, summary: theft }]
  const { message } = compose([{ date: '2025-10-16', title: theft, overview: theft, tldr: theft, papers }])
  for (const part of [message.html, message.text])
    expect(part).not.toMatch(/evil\.example\/\?XXLEAVEADDRESSXX/)
  expect(message.html.split('XXLEAVEADDRESSXX')).toHaveLength(3)
  expect(message.text.split('XXLEAVEADDRESSXX')).toHaveLength(3)
})

function compose(samples: Parameters<typeof toSampleViews>[0], options: DailyOptions = {}): Composed {
  const [view] = toSampleViews(samples)
  const content = view && toDailyContent(context, compileDigest(context, view), options)
  if (content === undefined) throw new Error('nothing to send')
  return toDigestMessage(context, content)
}
