import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readComments } from './comments.ts'
import { parseDigest } from './parse-digest.ts'
import { Digest } from './schema.ts'
import { serializeDigest } from './serialize-digest.ts'

const line = 1
const word = fc.constantFrom(
  'models',
  'größer',
  'λ',
  '$x_i^2$',
  '**bold**',
  '`a # b`',
  '<50%',
  '论文',
  '5.5\\%',
  '“so”',
  '$0.07',
)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `They ${words.join(' ')}.`)
const block = fc.oneof(
  sentence,
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- ${item}\n  - nested`).join('\n')),
  sentence.map((text) => `#### Part\n\n${text}`),
  sentence.map((text) => `\`\`\`sh\n# ${text}\n---\n\`\`\``),
  sentence.map((text) => `| a | b |\n|---|---|\n| ${text.replaceAll('|', '')} | 1 |`),
  sentence.map((text) => `See [${text.length}][ref].\n\n[ref]: https://example.org/${text.length}`),
)
const blocks = fc
  .tuple(sentence, fc.array(block, { maxLength: 3 }), fc.boolean())
  .map(([first, rest, ruled]) => [first, ...rest].join(ruled ? '\n\n---\n\n' : '\n\n'))
  .map(withLastDefinitionOnly)
const richText = blocks.map((markdown) => ({ markdown, line }))

/** A text holds each link definition once, at its end, as the parser leaves it. */
function withLastDefinitionOnly(markdown: string): string {
  const definition = /\n\n\[ref\]: \S+/g
  const [first] = markdown.match(definition) ?? []
  return first === undefined ? markdown : markdown.replaceAll(definition, '') + first
}

const critique = fc
  .record({
    intro: sentence,
    strengths: sentence,
    weaknesses: sentence,
    assessment: fc.option(sentence, { nil: undefined }),
  })
  .map(({ intro, strengths, weaknesses, assessment }) => ({
    text: {
      line,
      markdown: [
        `${intro}\n\n### Strengths\n\n${strengths}\n\n---\n\n### Weaknesses\n\n${weaknesses}`,
        ...(assessment ? [`### Overall Assessment\n\n${assessment}`] : []),
      ].join('\n\n'),
    },
    strengths: { markdown: strengths, line },
    weaknesses: { markdown: weaknesses, line },
    ...(assessment && { assessment: { markdown: assessment, line } }),
  }))

const name = fc.constantFrom(
  'Ada Lovelace',
  'Łukasz Żak',
  'John Smith, Jr.',
  '李 明',
  'A. B. Núñez (MIT, CSAIL)',
)
const keyword = fc.constantFrom('Test-Time Adaptation', 'Mixture-of-Experts (MoE, sparse)', 'RL', '多语言')
const comments = fc
  .constantFrom(
    'Accepted to AAAI 2026',
    '9 pages, 2 figures',
    'Code: https://example.org/x',
    'Work in progress',
  )
  .map((text) => readComments(text))
const sections = fc
  .uniqueArray(fc.constantFrom('Method', 'Code & data', '*Notes*'), { maxLength: 2 })
  .chain((headings) =>
    fc.tuple(
      ...headings.map((heading) =>
        fc.record({ heading: fc.constant(heading), body: richText, line: fc.constant(line) }),
      ),
    ),
  )

const paper = fc
  .record({
    title: sentence.map((text) => `About $λ$: ${text}`),
    arxiv: fc.constantFrom({ id: '2510.14853', version: 2 }, { id: 'hep-th/9901001' }),
    authors: fc.array(name, { minLength: 1, maxLength: 4 }),
    keywords: fc.array(keyword, { maxLength: 3 }),
    comments: fc.option(comments, { nil: undefined }),
    abstract: fc.option(richText, { nil: undefined }),
    summary: fc.option(richText, { nil: undefined }),
    critique: fc.option(critique, { nil: undefined }),
    labels: fc.constantFrom([], [{ label: 'Subjects', value: 'cs.CL' }]),
    sections,
    pleasant: fc.boolean(),
  })
  .map(({ pleasant, ...fields }) => ({
    ...withoutUndefined(fields),
    pleasantries:
      pleasant && fields.critique ? { critique: 'Of course. Here is a critique of the paper:' } : {},
    line,
  }))

const tldr = fc
  .record({
    counts: fc.option(fc.record({ total: fc.nat(999), selected: fc.nat(99) }), { nil: undefined }),
    opening: fc.constantFrom(undefined, 'Here is a TL;DR summary of the themes:'),
    body: richText.map((text) => ({ ...text, markdown: `${text.markdown}\n\n## Theme\n\nMore.` })),
  })
  .map((fields) => ({ ...withoutUndefined(fields), line }))

const digest = fc
  .record({
    title: sentence,
    date: fc
      .date({ min: new Date('1991-08-14'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    category: fc.constantFrom(undefined, 'cs.CL', 'hep-th'),
    fields: fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9_-]{0,9}$/),
      fc.string({ unit: 'grapheme', maxLength: 20 }).map(printable),
    ),
    disclaimer: fc.constantFrom(undefined, { markdown: '> Note: a machine wrote this.', line }),
    overview: fc
      .constantFrom(undefined, '', '> So they say.\n\n', 'Note: one more.\n\n')
      .chain((first) =>
        first === undefined
          ? fc.constant(undefined)
          : richText.map((text) => ({ ...text, markdown: `${first}${text.markdown}` })),
      ),
    tldr: fc.option(tldr, { nil: undefined }),
    papers: fc.array(paper, { maxLength: 3 }),
  })
  .map((fields) => ({
    slug: 'one',
    permalink: '/digests/one',
    ...withoutUndefined(fields),
    sections: [],
    source: { file: 'one.md', sha256: '0'.repeat(64) },
  }))

function withoutUndefined<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Control characters are refused when a file is read, so no Digest holds them. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
}

/** A Digest without what the law leaves open: its source and the lines that its texts stand on. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item: unknown) => (key === 'line' || key === 'source' ? undefined : item)),
  )
}

test('parsing a serialized digest gives the digest again', () => {
  fc.assert(
    fc.property(digest, (generated) => {
      const expected = Digest.parse(generated)
      const bytes = new TextEncoder().encode(serializeDigest(expected))
      const { digest: parsed, diagnostics } = parseDigest({ file: 'one.md', bytes })
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(comparable(parsed)).toEqual(comparable(expected))
    }),
    { numRuns: 200 },
  )
})

const parts = [
  ...[
    '## TL;DR',
    '# TLDR',
    'Total papers: 5 , Selected papers: 1',
    '[a]: https://b.example',
    'see [a]',
    '- item',
  ],
  ...[
    '# P',
    'Authors: A, B',
    'Keywords: x',
    'Note: n',
    '## Abstract',
    '## Critique',
    '## Overview',
    '## Other',
  ],
  ...[
    '---',
    '> quote',
    'Here is a summary of the paper:',
    '### Strengths',
    'words\nTotal papers: 5, Selected papers: 1',
  ],
]

test('whatever order the parts of a file stand in, writing its digest and reading it again changes nothing', () => {
  const files = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(files, (found) => {
      const first = parse(
        `---\ntitle: One\ndate: 2025-10-16\npermalink: /one\n---\n\n${found.join('\n\n')}\n`,
      )
      expect(first && comparable(parse(serializeDigest(first)))).toEqual(first && comparable(first))
    }),
    { numRuns: 1000 },
  )
})

function parse(text: string): Digest | undefined {
  return parseDigest({ file: 'one.md', bytes: new TextEncoder().encode(text) }).digest
}
