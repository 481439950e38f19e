import { describe, expect, test } from 'vitest'
import { sampleConfig, toSampleViews } from '../sample-digests.fixture.ts'
import { compileDigest } from './compile-digest.ts'
import { toCorrections } from './correction.ts'
import { toDailyContent } from './daily-content.ts'
import { toDigestMessage } from './digest-message.ts'
import { readyMailContext } from './mail-context.ts'
import type { Preference } from './preference.ts'

const context = await readyMailContext(sampleConfig)
const everything = { topics: [], authors: [], categories: [] }

const sample = {
  date: '2025-10-16',
  overview: 'A day of two halves.',
  papers: [
    { title: 'On agents', id: '2510.00001', keywords: 'Agents', authors: 'Ada One' },
    { title: 'On parsing', id: '2510.00002', keywords: 'Parsing', authors: 'Bo Two' },
    { title: 'On both', id: '2510.00003', keywords: 'Parsing, Agents', authors: 'Cy Three' },
  ],
}

describe('a digest narrowed to a preference', () => {
  test.each([
    ['a topic', { ...everything, topics: ['agents'] }, ['On agents', 'On both']],
    ['an author', { ...everything, authors: ['bo-two'] }, ['On parsing']],
    [
      'a topic or an author',
      { ...everything, topics: ['parsing'], authors: ['ada-one'] },
      sample.papers.map(({ title }) => title),
    ],
    ['its category', { ...everything, categories: ['cs.CL'] }, sample.papers.map(({ title }) => title)],
  ])('keeps what has %s', (_, preference, titles) => {
    expect(
      compose(preference)?.groups.flatMap(({ papers }) => papers.map(({ view }) => view.title.text)),
    ).toEqual(titles)
  })

  test.each([
    ['no paper has the topic', { ...everything, topics: ['vision'] }],
    ['it is of another category', { ...everything, categories: ['cs.LG'], topics: ['agents'] }],
  ])('is nothing to send when %s', (_, preference) => {
    expect(compose(preference)).toBeUndefined()
  })

  test('says how much of the digest it is and why', () => {
    const content = compose({ ...everything, topics: ['agents'] })
    const message = content && toDigestMessage(context, content).message
    expect(message?.subject).toBe('[cs.CL] 16 Oct 2025: 2 of 3 papers: On agents')
    expect(message?.text).toContain('2 of 3 papers match what you asked for: Agents.')
    expect(message?.html).not.toContain('On parsing')
  })

  test('shows what was asked for before the rest of the day', () => {
    const content = compose({ ...everything, topics: ['agents'] })
    const { html = '', text = '' } = (content && toDigestMessage(context, content).message) ?? {}
    for (const part of [html, text])
      expect(part.indexOf('On both')).toBeLessThan(part.indexOf('A day of two halves'))
  })

  test('of the same rows as the whole', () => {
    const [view] = toSampleViews([sample])
    const compiled = view && compileDigest(context, view)
    const whole = compiled && toDailyContent(context, compiled, {})
    const narrow =
      compiled && toDailyContent(context, compiled, { preference: { ...everything, topics: ['agents'] } })
    expect(narrow?.groups[0]?.papers[1]).toBe(whole?.groups[0]?.papers[2])
  })
})

describe('a correction', () => {
  const days = [
    { ...sample, date: '2025-10-16' },
    { date: '2025-10-15', papers: [{ title: 'Mended', id: '2510.00009' }] },
    { date: '2025-10-14', papers: [{ title: 'Old', id: '2510.00008' }] },
  ]
  const changed = (slug: string, instant: string) => {
    const revisions = new Map([[`tag:digest.example,2025:digests/${slug}`, instant]])
    const views = toSampleViews(days, revisions)
    return views[0] === undefined ? [] : toCorrections(views[0], views.toReversed())
  }

  test('tells of a digest that changed after it was sent', () => {
    expect(changed('cs_CL-2025-10-15', '2025-10-15T12:00:00Z').map(({ digest }) => digest.date)).toEqual([
      '2025-10-15',
    ])
  })

  test('is told once, in the next mail', () => {
    expect(changed('cs_CL-2025-10-14', '2025-10-14T12:00:00Z')).toEqual([])
    expect(changed('cs_CL-2025-10-14', '2025-10-15T12:00:00Z').map(({ digest }) => digest.date)).toEqual([
      '2025-10-14',
    ])
  })

  test('stands in both parts of the mail, with the way to the digest', () => {
    const [view] = toSampleViews([sample])
    const corrections = changed('cs_CL-2025-10-15', '2025-10-15T12:00:00Z')
    const content = view && toDailyContent(context, compileDigest(context, view), { corrections })
    const message = content && toDigestMessage(context, content).message
    for (const part of [message?.html, message?.text]) {
      expect(part).toMatch(/correction/i)
      expect(part).toContain('https://digest.example/digests/cs_CL-2025-10-15/')
    }
  })
})

function compose(preference: Preference) {
  const [view] = toSampleViews([sample])
  return view && toDailyContent(context, compileDigest(context, view), { preference })
}
