import { expect, test } from 'vitest'
import type { Finding } from './diagnostic.ts'
import { readDigest } from './digest.ts'
import { parseBlocks } from './markdown.ts'
import { readOutline } from './outline.ts'

const identity = { title: 'Digest', date: '2025-10-16', permalink: '/digests/one' }
const source = { file: 'one.md', sha256: '0'.repeat(64) }

function read(body: string, fields: Record<string, string> = identity) {
  const found: Finding[] = []
  const lines = Object.entries(fields).map(
    ([name, value], index) => [name, { value, line: index + 2 }] as const,
  )
  const outline = readOutline(parseBlocks(body, { firstLine: 10 }))
  const digest = readDigest(outline, { fields: new Map(lines) }, source, (finding) => found.push(finding))
  return { digest, found: found.map(({ code, line }) => `${line} ${code}`), findings: found }
}

const paper =
  '# Paper\n\nAuthors: A\n\nPaper link: https://arxiv.org/abs/2510.00001v2\n\n## Abstract\n\nText.'

test('reads a whole digest', () => {
  const { digest, found } = read(`Today.\n\n## TL;DR\n\nShort.\n\n${paper}`, {
    ...identity,
    location: 'Online',
  })
  expect(found).toEqual([])
  expect(digest).toEqual({
    ...identity,
    slug: 'one',
    fields: { location: 'Online' },
    overview: { markdown: 'Today.', line: 10 },
    tldr: { body: { markdown: 'Short.', line: 14 }, line: 12 },
    sections: [],
    papers: [
      {
        title: 'Paper',
        arxiv: { id: '2510.00001', version: 2 },
        authors: ['A'],
        keywords: [],
        abstract: { markdown: 'Text.', line: 24 },
        pleasantries: {},
        labels: [],
        sections: [],
        line: 16,
      },
    ],
    source,
  })
})

test('the TL;DR keeps its own level-2 headings', () => {
  const { digest, found } = read(`## TL;DR\n\n## One\n\na\n\n## Two\n\n${paper}`)
  expect(found).toEqual([])
  expect(digest?.tldr?.body).toEqual({ markdown: '## One\n\na\n\n## Two', line: 12 })
})

test('keeps what the format does not name, and says so', () => {
  const body = `## News\n\nn\n\n## TL;DR\n\nt\n\n# P\n\nAuthors: A\n\nSubjects: cs.CL\n\nPaper link: https://example.org/x\n\nFree text.\n\n## Method\n\nm\n\n## Abstract\n\na\n\n## Abstract\n\nb\n\n## Summary`
  const { digest, found } = read(body)
  const [read_] = digest?.papers ?? []
  expect(digest?.sections).toEqual([{ heading: 'News', body: { markdown: 'n', line: 12 }, line: 10 }])
  expect(read_?.labels).toEqual([
    { label: 'Subjects', value: 'cs.CL' },
    { label: 'Paper link', value: 'https://example.org/x' },
  ])
  expect(read_?.sections.map(({ heading, body: text }) => [heading, text?.markdown])).toEqual([
    ['Note', 'Free text.'],
    ['Method', 'm'],
    ['Abstract', 'b'],
  ])
  expect(found.sort()).toEqual([
    '10 section-unknown',
    '22 label-unknown',
    '24 paper-link-invalid',
    '26 text-without-heading',
    '28 section-unknown',
    '36 section-twice',
    '40 section-empty',
  ])
})

test('text without a heading is the abstract where there is no other', () => {
  expect(read(`## TL;DR\n\nt\n\n# P\n\nAuthors: A\n\nIt trains.`).digest?.papers[0]?.abstract).toEqual({
    markdown: 'It trains.',
    line: 18,
  })
})

test('says at its line which id the TL;DR links in vain, and when the count disagrees', () => {
  const { findings } = read(
    `## TL;DR\n\nTotal papers: 9 , Selected papers: 2\n\n- good https://arxiv.org/abs/2510.00001\n- bad https://arxiv.org/abs/2510.99999\n\n${paper}`,
  )
  expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['selected-count', 10, undefined],
    ['tldr-unknown-paper', 15, 15],
  ])
})

test('says what is missing', () => {
  expect(read('').found).toEqual(['1 tldr-missing', '1 digest-without-papers'])
  expect(read('## TL;DR\n\n# P').found).toEqual([
    '12 paper-link-missing',
    '12 paper-without-authors',
    '10 tldr-empty',
  ])
})

test.each([
  ['2025-10-16', '2025-10-16'],
  ['2025-10-16T23:30:00-08:00', '2025-10-16'],
  ['2025-10-16 00:10:00 +09:00', '2025-10-16'],
])('reads the date %s as the calendar date written', (date, expected) => {
  expect(read(`## TL;DR\n\nt\n\n${paper}`, { ...identity, date }).digest?.date).toBe(expected)
})

test.each(['2025-02-30', '16.10.2025', 'yesterday', '2025-10-16x'])('refuses the date %s', (date) => {
  const { digest, found } = read(`## TL;DR\n\nt\n\n${paper}`, { ...identity, date })
  expect(digest).toBeUndefined()
  expect(found).toEqual(['3 date-invalid'])
})

test.each(['/digests/../x', '/digests/x y', 'digests/x', '/', '//example.org/x', '/digests/.x', '/a?b=c'])(
  'refuses the permalink %s',
  (permalink) => {
    const { digest, found } = read(`## TL;DR\n\nt\n\n${paper}`, { ...identity, permalink })
    expect(digest).toBeUndefined()
    expect(found).toEqual(['4 permalink-unsafe'])
  },
)

test.each([
  ['/digests/arxiv_cs_CL_2025-10-16_report', 'arxiv_cs_CL_2025-10-16_report', 'cs.CL'],
  ['/digests/arxiv_hep-th_2025-10-16_report.md', 'arxiv_hep-th_2025-10-16_report', 'hep-th'],
  [
    '/old/place/arxiv_cond-mat_mes-hall_2025-10-16',
    'arxiv_cond-mat_mes-hall_2025-10-16',
    'cond-mat.mes-hall',
  ],
  ['/digests/today/', 'today', undefined],
])('the permalink %s gives slug and category', (permalink, slug, category) => {
  const { digest } = read('', { ...identity, permalink })
  expect([digest?.slug, digest?.category]).toEqual([slug, category])
})

test('a category that is written wins over the permalink, and must look like one', () => {
  const permalink = '/digests/arxiv_cs_CL_2025-10-16_report'
  expect(read('', { ...identity, permalink, category: 'cs.LG' }).digest?.category).toBe('cs.LG')
  const { digest, found } = read(`## TL;DR\n\nt\n\n${paper}`, {
    ...identity,
    permalink,
    category: 'NLP papers!',
  })
  expect(digest?.category).toBe('cs.CL')
  expect(found).toEqual(['5 category-invalid'])
})

test('a digest without a permalink is named after its file', () => {
  const { permalink: _, ...fields } = identity
  const { digest, found } = read(`## TL;DR\n\nt\n\n${paper}`, fields)
  expect([digest?.slug, digest?.permalink]).toEqual(['one', '/digests/one'])
  expect(found).toEqual(['1 permalink-missing'])
})

test.each([
  '> A machine wrote this.\n> All of it.',
  '<span style="color: red;">Machine-made.</span>',
  '*Note:* drafts.',
  'These summaries were written by a language model.',
])('sets the disclaimer apart: %s', (disclaimer) => {
  const { digest } = read(`${disclaimer}\n\nToday.\n\nMore.`)
  expect(digest?.disclaimer).toEqual({ markdown: disclaimer, line: 10 })
  expect(digest?.overview?.markdown).toBe('Today.\n\nMore.')
})

test('an overview about generated text is no disclaimer', () => {
  expect(read('Three papers study texts generated by LLMs.').digest?.disclaimer).toBeUndefined()
})
