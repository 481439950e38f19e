import { expect, test } from 'vitest'
import { sampleConfig, toSampleViews } from '../sample-digests.fixture.ts'
import { compileWeek } from './compile-week.ts'
import { toDigestMessage } from './digest-message.ts'
import { readyMailContext } from './mail-context.ts'
import { toWeeks } from './week.ts'
import { toWeeklyContent } from './weekly-content.ts'

const context = await readyMailContext(sampleConfig)
const again = { title: 'Chosen twice', id: '2510.00001', keywords: 'Agents, Parsing' }

const weeks = toWeeks(
  toSampleViews([
    { date: '2025-10-10', papers: [{ title: 'The week before', id: '2510.00000' }] },
    {
      date: '2025-10-13',
      overview: 'Monday.',
      papers: [again, { title: 'Alone', id: '2510.00002', keywords: 'Vision' }],
    },
    {
      date: '2025-10-15',
      overview: 'Wednesday.',
      papers: [
        { ...again, title: 'Chosen again' },
        { title: 'Agents too', id: '2510.00003', keywords: 'Agents' },
      ],
    },
    {
      date: '2025-10-15',
      category: 'cs.LG',
      papers: [{ title: 'Parsing', id: '2510.00004', keywords: 'Parsing' }],
    },
  ]),
)

test('digests fall into weeks, the newest first, days in order', () => {
  expect(weeks.map(({ id, digests }) => [id, digests.map(({ date }) => date)])).toEqual([
    ['2025-W42', ['2025-10-13', '2025-10-15', '2025-10-15']],
    ['2025-W41', ['2025-10-10']],
  ])
})

test('a round-up has each paper once and as it came first, under the topic that most share, those that share none last', () => {
  const content = weeks[0] && toWeeklyContent(context, compileWeek(context, weeks[0]))
  const groups = content?.groups.map(({ heading, papers }) => [
    heading,
    papers.map(({ view }) => view.title.text),
  ])
  expect(groups).toEqual([
    ['Agents', ['Chosen twice', 'Agents too']],
    ['More papers', ['Alone', 'Parsing']],
  ])
})

test('a round-up tells what each day was about and links it', () => {
  const content = weeks[0] && toWeeklyContent(context, compileWeek(context, weeks[0]))
  const message = content && toDigestMessage(context, content).message
  expect(message?.subject).toBe('13 Oct 2025 – 15 Oct 2025: 4 papers of 3 digests: Chosen twice')
  for (const part of [message?.html, message?.text]) {
    expect(part).toContain('Wednesday.')
    expect(part).toContain('https://digest.example/digests/cs_LG-2025-10-15/')
  }
})

test('a round-up follows a preference', () => {
  const wish = { topics: ['parsing'], authors: [], categories: ['cs.LG'] }
  const content = weeks[0] && toWeeklyContent(context, compileWeek(context, weeks[0]), wish)
  expect(content?.groups.flatMap(({ papers }) => papers.map(({ view }) => view.title.text))).toEqual([
    'Parsing',
  ])
  expect(content?.subject.category).toBe('cs.LG')
  expect(weeks[1] && toWeeklyContent(context, compileWeek(context, weeks[1]), wish)).toBeUndefined()
})
