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

describe('a digest without papers', () => {
  const toContent = (overview: string | undefined, preference?: Preference) => {
    const [view] = toSampleViews([{ date: '2025-10-16', papers: [], ...(overview && { overview }) }])
    return (
      view && toDailyContent(context, compileDigest(context, view), { ...(preference && { preference }) })
    )
  }

  test('is sent when it says something', () => {
    expect(toContent('A quiet day.')?.groups).toEqual([])
    expect(toContent('A quiet day.', { ...everything, categories: ['cs.CL'] })).toBeDefined()
  })

  test('is not sent when it is empty, nor to those who asked for some papers', () => {
    expect(toContent(undefined)).toBeUndefined()
    expect(toContent('A quiet day.', { ...everything, topics: ['agents'] })).toBeUndefined()
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

  test('of many digests and papers names some', () => {
    const papers = Array.from({ length: 12 }, (_, index) => ({
      title: `Mended ${index}`,
      id: `2510.${10_100 + index}`,
    }))
    const many = ['13', '12', '11', '10', '09'].map((day) => ({ date: `2025-10-${day}`, papers: [] }))
    const older = { date: '2025-10-15', papers }
    const ids = ['15', '13', '12', '11', '10', '09'].map((day) => `digests/cs_CL-2025-10-${day}`)
    const changes = [...ids, ...papers.map(({ id }) => `papers/${id}`)].map(
      (id) => [`tag:digest.example,2025:${id}`, '2025-10-15T12:00:00Z'] as const,
    )
    const views = toSampleViews([{ ...sample, date: '2025-10-16' }, older, ...many], new Map(changes))
    const [view] = views
    const corrections = view ? toCorrections(view, views.toReversed()) : []
    expect(corrections.map(({ digest }) => digest.date)).toEqual(['2025-10-12', '2025-10-13', '2025-10-15'])
    const content = view && toDailyContent(context, compileDigest(context, view), { corrections })
    expect(content?.notices.at(-1)?.text).toMatch(/Mended 7\s+and\s+4\s+more\s+papers\./)
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
