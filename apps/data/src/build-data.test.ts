import { Digest, parseDigest } from '@broadsheet/core'
import type { Artifact } from '@broadsheet/view'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { toFindLine } from './api.ts'
import { buildData, listDataGroups } from './build-data.ts'
import { buildForwards } from './forwards.ts'
import { twoDays } from './publication.fixture.ts'

const { archive } = twoDays.context
const files = [...buildData(twoDays)]
const contents = new Map(files.map(({ path, content }) => [path, toText(content)]))
const read = (path: string) => contents.get(path) ?? ''
const slug = 'arxiv_cs_CL_2025-10-20_report'

test('names every file once', () => {
  expect(contents.size).toBe(files.length)
  const forwards = [...buildForwards(twoDays)].map(({ path }) => path)
  expect([...contents.keys()].toSorted()).toEqual(
    [
      ...forwards,
      'robots.txt',
      'llms.txt',
      'sitemap-index.xml',
      'sitemap-1.xml',
      'api/v1/index.json',
      'api/v1/schema/digest.json',
      'api/v1/topics.json',
      'api/v1/papers.jsonl',
      ...['2510.14853', '2510.14406'].flatMap((key) => [
        `api/v1/papers/${key}.json`,
        ...['bib', 'ris', 'csl.json', 'md'].map((suffix) => `papers/${key}.${suffix}`),
      ]),
      ...['2025-10-16', '2025-10-20'].flatMap((date) => [
        `api/v1/digests/arxiv_cs_CL_${date}_report.json`,
        ...['bib', 'ris', 'csl.json', 'md'].map((suffix) => `digests/arxiv_cs_CL_${date}_report.${suffix}`),
      ]),
      ...['bib', 'ris', 'csl.json'].map((suffix) => `topics/mixture-of-experts.${suffix}`),
    ].toSorted(),
  )
})

test('a digest is published as it is, valid against the schema published beside it', () => {
  const digest: unknown = JSON.parse(read(`api/v1/digests/${slug}.json`))
  expect(Digest.parse(digest)).toEqual(archive.bySlug.get(slug))
  const validate = new Ajv2020({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(
    JSON.parse(read('api/v1/schema/digest.json')),
  )
  expect(validate(digest) ? [] : validate.errors).toEqual([])
  expect(validate({ ...archive.bySlug.get(slug), date: 'today' })).toBe(false)
})

test('a paper has its texts as Markdown and as HTML, its digests, and the papers most like it', () => {
  expect(JSON.parse(read('api/v1/papers/2510.14853.json'))).toMatchObject({
    id: '2510.14853',
    url: 'https://fold.example/news/papers/2510.14853/',
    title: 'λ-Routing: Rewiring Experts & <Co>',
    citationKey: 'su2025routing',
    authors: ['Guinan Su', 'Laurens van der Maaten', 'Qwen Team'],
    venue: 'AAAI 2026',
    links: [{ kind: 'code', url: 'https://github.com/example/routing' }],
    texts: {
      strengths: { markdown: '- Cheap.' },
      abstract: { html: expect.stringContaining('<em>no</em> data') },
    },
    digests: [{ date: '2025-10-16' }, { date: '2025-10-20' }],
    similar: [{ id: '2510.14406' }],
    formats: { bib: 'https://fold.example/news/papers/2510.14853.bib' },
  })
})

test('papers.jsonl has one paper a line, newest first, with Markdown alone', () => {
  const papers = read('api/v1/papers.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(papers.map(({ id }) => id)).toEqual([...archive.papers.keys()])
  expect(JSON.stringify(papers)).not.toContain('<em>')
})

test('the index leads to every digest and paper', () => {
  const index = JSON.parse(read('api/v1/index.json'))
  expect(index.digests[0]).toMatchObject({
    slug,
    counts: { total: 81, selected: 2 },
    papers: [{ id: '2510.14853' }, { id: '2510.14406' }],
  })
})

test('the Markdown of a digest parses back to it, without the words of a machine to its operator', () => {
  const markdown = read(`digests/${slug}.md`)
  const { digest } = parseDigest({ file: 'x.md', bytes: new TextEncoder().encode(markdown) })
  expect(markdown).not.toMatch(/Of course|Here's a TL;DR/)
  expect(digest?.papers.map(({ title }) => title)).toEqual(
    archive.bySlug.get(slug)?.papers.map(({ title }) => title),
  )
})

test('the Markdown of a paper says where it is from', () => {
  const markdown = read('papers/2510.14853.md')
  expect(markdown).toMatch(/^# \$λ\$-Routing/)
  expect(markdown).toContain('Source: <https://fold.example/news/papers/2510.14853/>')
  expect(markdown).toMatch(/- 2025-10-16: <.*>\n- 2025-10-20: <.*>\n$/)
})

test('robots may read everything and find the sitemap', () => {
  expect(read('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://fold.example/news/sitemap-index.xml\n',
  )
})

test('llms.txt names the newest digests as Markdown, then the data', () => {
  expect(read('llms.txt')).toMatch(/^# The Daily Fold\n\n> Papers about paper, every day\.\n\n/)
  expect(read('llms.txt')).toContain(
    `- [20 October 2025, cs.CL](https://fold.example/news/digests/${slug}.md): 2 papers`,
  )
})

function toText(content: Artifact['content']): string {
  return content instanceof Uint8Array ? content.toString() : [...content].map(String).join('')
}

test('the line of a paper whose group was restored is taken from before, and no other', () => {
  const before = read('api/v1/papers.jsonl').replaceAll(/}$/gm, ',"before":true}')
  const groups = listDataGroups(twoDays, toFindLine(Buffer.from(before)))
  const lines = [...groups].flatMap(({ name, build, memory }) => {
    if (name === 'paper 2510.14853') memory?.restore(true)
    const papers =
      name === 'all' ? [...build(() => undefined)].filter(({ path }) => path.endsWith('.jsonl')) : []
    return papers.flatMap(({ content }) => toText(content).trimEnd().split('\n'))
  })
  const found = lines.map((line) => JSON.parse(line)).map(({ id, before = false }) => [id, before])
  expect(found).toEqual([
    ['2510.14406', false],
    ['2510.14853', true],
  ])
})
