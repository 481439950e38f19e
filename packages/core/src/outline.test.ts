import { expect, test } from 'vitest'
import { parseBlocks } from './markdown.ts'
import { readOutline } from './outline.ts'

function outline(text: string) {
  return readOutline(parseBlocks(text, { firstLine: 1 }))
}

test('cuts a digest into head, sections and papers', () => {
  const text =
    'Today.\n\n## TL;DR\n\nShort.\n\n---\n\n# First\n\nAuthors: A\n\n## Abstract\n\nText.\n\n---\n\n# Second\n'
  expect(outline(text)).toEqual({
    head: { markdown: 'Today.', line: 1 },
    sections: [{ heading: 'TL;DR', name: 'tl;dr', line: 3, body: { markdown: 'Short.', line: 5 } }],
    papers: [
      {
        title: 'First',
        line: 9,
        head: { markdown: 'Authors: A', line: 11 },
        sections: [
          { heading: 'Abstract', name: 'abstract', line: 13, body: { markdown: 'Text.', line: 15 } },
        ],
      },
      { title: 'Second', line: 19, sections: [] },
    ],
  })
})

test.each([
  ['a code fence', '```sh\n# not a paper\n## no section\n```'],
  ['a quote', '> # not a paper'],
  ['a list', '- # not a paper'],
])('cuts nothing inside %s', (_, inside) => {
  const text = `# Paper\n\n## Critique\n\n${inside}\n\nEnd.`
  expect(outline(text).papers).toHaveLength(1)
  expect(outline(text).papers[0]?.sections[0]?.body?.markdown).toBe(`${inside}\n\nEnd.`)
})

test('keeps a rule inside a critique and drops the ones at its edges', () => {
  const { papers } = outline('# Paper\n\n## Critique\n\n---\n\nOne.\n\n---\n\nTwo.\n\n---\n\n***\n')
  expect(papers[0]?.sections[0]?.body).toEqual({ markdown: 'One.\n\n---\n\nTwo.', line: 7 })
})

test('takes dashes right under a paragraph for a separator, not for a heading', () => {
  const { papers } = outline('# Paper\n\n## Critique\n\nTwo lines\nof text\n---\n\n# Next\n')
  expect(papers.map(({ title }) => title)).toEqual(['Paper', 'Next'])
  expect(papers[0]?.sections).toEqual([
    { heading: 'Critique', name: 'critique', line: 3, body: { markdown: 'Two lines\nof text', line: 5 } },
  ])
})

test('a formula that nobody closed does not swallow the next paper', () => {
  expect(outline('# Paper\n\n## Abstract\n\n$$\nx\n\n# Next\n').papers.map(({ title }) => title)).toEqual([
    'Paper',
    'Next',
  ])
})

test('counts a level-1 heading named like a section as a section', () => {
  const { papers } = outline('# Paper\n\nAuthors: A\n\n# Abstract\n\nText.\n\n# **Critique:**\n\nGood.')
  expect(papers).toHaveLength(1)
  expect(papers[0]?.sections.map(({ name }) => name)).toEqual(['abstract', 'critique'])
})

test('takes a first level-1 heading over the TL;DR for the digest’s own title', () => {
  const { head, sections, papers } = outline(
    '# My digest\n\nToday.\n\n## TL;DR\n\nShort.\n\n# Paper\n\nAuthors: A',
  )
  expect(head?.markdown).toBe('Today.')
  expect(sections.map(({ name }) => name)).toEqual(['tl;dr'])
  expect(papers.map(({ title }) => title)).toEqual(['Paper'])
})

test('gives each part the link definitions it uses, wherever they stand', () => {
  const { head, papers } = outline(
    '# One\n\n## Abstract\n\nSee [Repo][].\n\n# Two\n\n## Abstract\n\nNothing.\n\n[repo]: https://example.org\n[b]: https://b.example "B"\n',
  )
  expect(head).toBeUndefined()
  expect(papers.map(({ sections }) => sections[0]?.body?.markdown)).toEqual([
    'See [Repo][].\n\n[repo]: https://example.org',
    'Nothing.',
  ])
})

test('does not take a line of code for a link definition', () => {
  const { papers } = outline('# One\n\n## Abstract\n\nSee [a].\n\n```\n[a]: https://example.org\n```\n')
  expect(papers[0]?.sections[0]?.body?.markdown).toBe('See [a].\n\n```\n[a]: https://example.org\n```')
})

test('does not take an unsafe address for a link definition', () => {
  const { papers } = outline(
    '# One\n\n## Abstract\n\nSee [x].\n\n## Summary\n\n[x]: javascript:alert(1)\n\nMore.',
  )
  expect(papers[0]?.sections.map(({ body }) => body?.markdown)).toEqual([
    'See [x].',
    '[x]: javascript:alert(1)\n\nMore.',
  ])
})

test('a level-1 TL;DR after the last paper is the digest’s', () => {
  const { sections, papers } = outline(
    '# Paper\n\n## Abstract\n\nText.\n\n---\n\n# TL;DR\n\nShort.\n\n## More\n\nWords.',
  )
  expect(sections.map(({ heading, body }) => [heading, body?.markdown])).toEqual([
    ['TL;DR', 'Short.'],
    ['More', 'Words.'],
  ])
  expect(
    papers.map(({ sections: own }) => own.map(({ heading, body }) => [heading, body?.markdown])),
  ).toEqual([[['Abstract', 'Text.']]])
})

test.each([
  ['before other papers', '# A\n\n## Abstract\n\nx\n\n# TL;DR\n\ny\n\n# B'],
  ['before a section', '# A\n\n# Summary\n\nx\n\n# TL;DR\n\ny\n\n# Critique\n\nz'],
  ['of level 2', '# A\n\n## Abstract\n\nx\n\n## TL;DR\n\ny'],
  ['when another stands first', '## TL;DR\n\nw\n\n# A\n\n## Abstract\n\nx\n\n# TL;DR\n\ny'],
])('a TL;DR %s is the paper’s own', (_, text) => {
  expect(outline(text).papers[0]?.sections.map(({ heading }) => heading)).toContain('TL;DR')
})

test('a level-1 heading without words begins no paper', () => {
  expect(outline('# Paper\n\n## Abstract\n\nx\n\n#\n\ny').papers.map(({ title }) => title)).toEqual(['Paper'])
})

test('a link definition before the line between papers belongs to whoever uses it', () => {
  const { papers } = outline(
    '# A\n\n## Abstract\n\nx\n\n[ref]: https://a.example/\n\n---\n\n# B\n\n## Abstract\n\n[y][ref]',
  )
  expect(papers.map(({ sections }) => sections[0]?.body?.markdown)).toEqual([
    'x',
    '[y][ref]\n\n[ref]: https://a.example/',
  ])
})
