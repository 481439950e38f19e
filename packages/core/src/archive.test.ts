import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Archive, toArchive } from './archive.ts'
import { digestOf, paperOf } from './digest-fixture.ts'
import type { Digest } from './schema.ts'

const archiveOf = (digests: readonly Digest[], aliases: Record<string, string> = {}): Archive =>
  toArchive(digests, { aliases }).archive

const findingsOf = (digests: readonly Digest[]): string[] =>
  toArchive(digests, { aliases: {} }).diagnostics.map(
    ({ file, line, code, message }) => `${file}:${line} ${code} ${message}`,
  )

const older = digestOf({
  slug: 'a',
  date: '2025-10-15',
  papers: [paperOf('2510.00001'), paperOf('2510.00002')],
})
const newer = digestOf({
  slug: 'b',
  date: '2025-10-16',
  papers: [paperOf('2510.00003'), paperOf('2510.00001')],
})

describe('digests and papers', () => {
  test('stand newest first: by date, then category, then slug', () => {
    const same = [
      digestOf({ slug: 'z', category: 'cs.AI' }),
      digestOf({ slug: 'c', category: 'cs.LG' }),
      digestOf({ slug: 'd', category: 'cs.LG' }),
    ]
    const slugs = archiveOf([same[2] ?? older, older, ...same.slice(0, 2)]).digests.map(({ slug }) => slug)
    expect(slugs).toEqual(['z', 'c', 'd', 'a'])
  })

  test('a paper stands once, at its first appearance, with all of them oldest first', () => {
    const { papers } = archiveOf([newer, older])
    expect([...papers.keys()]).toEqual(['2510.00003', '2510.00001', '2510.00002'])
    expect(papers.get('2510.00001')?.appearances).toEqual([
      { slug: 'a', date: '2025-10-15', position: 0 },
      { slug: 'b', date: '2025-10-16', position: 1 },
    ])
  })

  test('the keys of a digest stand in its own order', () => {
    const { paperKeys } = archiveOf([older, newer])
    expect([...paperKeys]).toEqual([
      ['b', ['2510.00003', '2510.00001']],
      ['a', ['2510.00001', '2510.00002']],
    ])
  })

  test('an old id and a paper without id have keys that fit into an address', () => {
    const noId = { ...paperOf('2510.00009', { title: '$λ$-GRPO: more' }), arxiv: undefined }
    const { arxiv: _, ...withoutId } = noId
    const { papers } = archiveOf([digestOf({ slug: 'a', papers: [paperOf('hep-th/9901001'), withoutId] })])
    expect([...papers.keys()]).toEqual(['hep-th-9901001', 'lambda-grpo-more'])
  })

  test('neighbours are those of the same category', () => {
    const other = digestOf({ slug: 'x', date: '2025-10-15', category: 'cs.LG' })
    expect([...archiveOf([older, newer, other]).neighbours]).toEqual([
      ['b', { older: 'a' }],
      ['a', { newer: 'b' }],
      ['x', {}],
    ])
  })

  test('a category has its digests and papers newest first', () => {
    const other = digestOf({ slug: 'x', category: 'cs.AI', papers: [paperOf('2510.00001')] })
    expect([...archiveOf([older, newer, other]).categories.values()]).toEqual([
      { id: 'cs.AI', digests: ['x'], papers: ['2510.00001'] },
      { id: 'cs.CL', digests: ['b', 'a'], papers: ['2510.00003', '2510.00001', '2510.00002'] },
    ])
  })
})

describe('reports', () => {
  test('an address that an earlier file has; the later one is not in the archive', () => {
    const first = digestOf({ slug: 'a', source: { file: '1.md', sha256: '' } })
    const second = digestOf({ slug: 'A', date: '2025-10-17', source: { file: '2.md', sha256: '' } })
    expect(findingsOf([second, first])).toEqual([
      '2.md:1 permalink-duplicate The permalink `/digests/A` gives the same address as that of `1.md`; only that digest is published.',
    ])
    expect(archiveOf([second, first]).digests).toEqual([first])
  })

  test('two digests of one category on one date, and not those of two categories', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((slug) => digestOf({ slug }))
    expect(
      findingsOf([a, b, digestOf({ slug: 'x', category: 'cs.LG' })].flatMap((digest) => digest ?? [])),
    ).toEqual(['b.md:1 digest-same-day This is the second digest of `cs.CL` on 2025-10-16, after `a.md`.'])
    expect(archiveOf([a, b, c].flatMap((digest) => digest ?? [])).digests).toHaveLength(3)
  })

  test('a paper twice in one digest, which is shown where it stands first', () => {
    const twice = digestOf({
      slug: 'a',
      papers: [
        paperOf('2510.00001'),
        paperOf('2510.00002'),
        paperOf('2510.00001', { line: 90, title: 'Again' }),
      ],
    })
    expect(findingsOf([twice])).toEqual([
      'a.md:90 paper-twice Paper `Again` is in this digest already, at line 10; only that place is shown.',
    ])
    expect(archiveOf([twice]).digests[0]?.papers.map(({ title }) => title)).toEqual([
      'Paper 2510.00001',
      'Paper 2510.00002',
    ])
    expect(archiveOf([twice]).paperKeys.get('a')).toEqual(['2510.00001', '2510.00002'])
  })

  test('a paper that an older digest had, with the first one, whatever the order of the files', () => {
    const third = digestOf({ slug: '0', date: '2025-10-17', papers: [paperOf('2510.00001', { line: 5 })] })
    expect(findingsOf([third, newer, older])).toEqual([
      'b.md:10 paper-seen-before Paper `Paper 2510.00001` was in `a` of 2025-10-15 already.',
      '0.md:5 paper-seen-before Paper `Paper 2510.00001` was in `a` of 2025-10-15 already.',
    ])
  })
})

function keywordsOf(...lists: readonly (readonly string[])[]): Digest[] {
  return lists.map((keywords, day) =>
    digestOf({
      slug: `d${day}`,
      date: `2025-10-${String(10 + day)}`,
      papers: [paperOf(`2510.0000${day}`, { keywords: [...keywords] })],
    }),
  )
}

const topicsOf = (archive: Archive) =>
  [...archive.topics.values()].map(({ slug, name, papers }) => `${slug}: ${name} (${papers.length})`)

describe('topics', () => {
  test('merge variants, are named by the commonest, and keep the address of the first', () => {
    const archive = archiveOf(
      keywordsOf(['fine-tuning'], ['Fine-Tuning', 'RL'], ['Fine-Tuning', 'Finetuning']),
    )
    expect(topicsOf(archive)).toEqual(['fine-tuning: Fine-Tuning (3)', 'rl: RL (1)'])
    const [topic] = archive.topics.values()
    expect(topic?.spellings).toEqual(['Fine-Tuning', 'fine-tuning', 'Finetuning'])
    expect(topic?.papers).toEqual(['2510.00002', '2510.00001', '2510.00000'])
  })

  test('the first seen spelling wins among equals', () => {
    expect(topicsOf(archiveOf(keywordsOf(['model'], ['Models'])))).toEqual(['model: model (2)'])
  })

  test('a paper names each topic once, in its own order', () => {
    const archive = archiveOf(keywordsOf(['RL', 'LLMs', 'LLM', '?', 'RL']))
    expect(archive.papers.get('2510.00000')?.topics).toEqual(['rl', 'llms'])
  })

  test('aliases lead to the name that the configuration gives, as loosely as keywords match', () => {
    const archive = archiveOf(keywordsOf(['llm'], ['LLMs'], ['large language model'], ['RLHF']), {
      LLM: 'Large Language Models',
      rlhf: 'RL',
      RL: 'Reinforcement Learning',
    })
    expect(topicsOf(archive)).toEqual([
      'large-language-models: Large Language Models (3)',
      'reinforcement-learning: Reinforcement Learning (1)',
    ])
  })

  test('aliases that go round in a circle end somewhere', () => {
    expect(topicsOf(archiveOf(keywordsOf(['a', 'b', 'c']), { a: 'b', b: 'a', c: 'c' }))).toHaveLength(3)
  })

  test('names that JavaScript knows are topics like any other', () => {
    const archive = archiveOf(keywordsOf(['constructor', '__proto__', 'toString']))
    expect(archive.topics.size).toBe(3)
  })

  test('a later digest never changes an address', () => {
    const name = fc.constantFrom(
      'LLM',
      'LLMs',
      'llm',
      'C',
      'C++',
      'c',
      'RL',
      'R L',
      '架构',
      'Fine-Tuning',
      'finetuning',
      'é',
      'e',
    )
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 4 }), { maxLength: 9 }), fc.nat(9), (lists, count) => {
        const digests = keywordsOf(...lists)
        const before = archiveOf(digests.slice(0, count))
        const after = archiveOf(digests)
        for (const [key, entry] of before.papers) expect(after.papers.get(key)?.topics).toEqual(entry.topics)
      }),
    )
  })
})

describe('authors', () => {
  test('are one person under every spelling of a name', () => {
    const digest = digestOf({
      slug: 'a',
      papers: [
        paperOf('2510.00001', { authors: ['J. K. Müller', 'Ann Lee'] }),
        paperOf('2510.00002', { authors: ['J.K. Muller', 'Bob Lee'] }),
        paperOf('2510.00003', { authors: ['J. K. Müller'] }),
      ],
    })
    const archive = archiveOf([digest])
    expect([...archive.authors.values()]).toEqual([
      {
        slug: 'j-k-muller',
        name: 'J. K. Müller',
        spellings: ['J. K. Müller', 'J.K. Muller'],
        papers: ['2510.00001', '2510.00002', '2510.00003'],
      },
      { slug: 'ann-lee', name: 'Ann Lee', spellings: ['Ann Lee'], papers: ['2510.00001'] },
      { slug: 'bob-lee', name: 'Bob Lee', spellings: ['Bob Lee'], papers: ['2510.00002'] },
    ])
    expect(archive.papers.get('2510.00001')?.authors).toEqual(['j-k-muller', 'ann-lee'])
  })
})

test('the order of the files given makes no difference', () => {
  const digests = [...keywordsOf(['LLM', 'RL'], ['LLMs'], ['RL', 'Agents']), older, newer]
  fc.assert(
    fc.property(fc.shuffledSubarray(digests, { minLength: digests.length }), (shuffled) => {
      expect(toArchive(shuffled, { aliases: {} })).toEqual(toArchive(digests, { aliases: {} }))
    }),
  )
})
