import { describe, expect, test } from 'vitest'
import { toDigestView } from './digest-view.ts'
import { toPaperView } from './paper-view.ts'
import { foldingDigest, makeArchive, makeConfig } from './publication.fixture.ts'
import type { ViewContext } from './view-context.ts'

const later = `---
title: Folds of 2025-10-17
permalink: /digests/folds_cs_CL_2025-10-17
category: cs.CL
date: 2025-10-17
---

# λ-Crease: Folding at Scale

Authors: Ada Fold, Jos\\'e Crease

Keywords: Folding

Paper link: https://arxiv.org/abs/2510.00001v2
`

const archive = makeArchive({ 'a.md': foldingDigest, 'b.md': later })

function context(changes: Partial<ViewContext> = {}): ViewContext {
  return { channel: 'site', config: makeConfig({ timeZone: 'Europe/Berlin' }), archive, ...changes }
}

function view(changes: Partial<ViewContext> = {}) {
  const digest = archive.bySlug.get('folds_cs_CL_2025-10-16')
  if (digest === undefined) throw new Error('The fixture was refused.')
  return toDigestView(digest, context(changes))
}

describe('a digest', () => {
  test('has its addresses, ids and times', () => {
    expect(view()).toMatchObject({
      href: '/news/digests/folds_cs_CL_2025-10-16/',
      url: 'https://fold.example/news/digests/folds_cs_CL_2025-10-16/',
      id: 'tag:fold.example,2024:digests/folds_cs_CL_2025-10-16',
      date: '2025-10-16',
      dateWords: 'Thursday, 16 October 2025',
      published: '2025-10-16T06:00:00Z',
      updated: '2025-10-16T06:00:00Z',
      category: { id: 'cs.CL', name: 'Computation and Language', href: '/news/categories/cs.CL/' },
    })
  })

  test('counts its papers in words', () => {
    expect(view().countWords).toBe('2 of 12 papers')
  })

  test('names its topics, and links those with enough papers', () => {
    expect(view().topics).toEqual([
      { name: 'Folding', slug: 'folding', href: '/news/topics/folding/' },
      { name: 'Paper', slug: 'paper' },
      { name: 'Scissors', slug: 'scissors' },
    ])
  })

  test('has an excerpt in plain words', () => {
    expect(view().excerpt).toBe('Two papers on λ-folding.')
  })

  test('knows its neighbours', () => {
    expect(view().newer).toMatchObject({ slug: 'folds_cs_CL_2025-10-17', title: 'Folds of 2025-10-17' })
    expect(view()).not.toHaveProperty('older')
  })

  test('was updated when its revision says so', () => {
    const revisions = new Map([
      ['tag:fold.example,2024:digests/folds_cs_CL_2025-10-16', '2025-10-18T09:00:00Z'],
    ])
    expect(view({ revisions }).updated).toBe('2025-10-18T09:00:00Z')
  })

  test('keeps a heading inside the TL;DR, one level below its own', () => {
    expect(view().tldr?.html).toContain('<h3>Themes</h3>\n<h4>Folding</h4>')
    expect(view({ headingLevels: { digest: 2 } }).tldr?.html).toContain('<h2>Themes</h2>')
  })

  test.each([
    ['site', '/news'],
    ['feed', 'https://fold.example/news'],
    ['mail', 'https://fold.example/news'],
  ] as const)('on %s its TL;DR leads to the papers’ own sections', (channel, base) => {
    const { tldr, papers } = view({ channel })
    const links = [...(tldr?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    const sections = papers.map(({ digestHref }) => digestHref)
    expect(sections[0]).toBe(`${base}/digests/folds_cs_CL_2025-10-16/#${papers[0]?.anchor}`)
    expect(links).toEqual([sections[0], sections[1], sections[1]])
  })
})

describe('a paper in its digest', () => {
  test('has its names, numbers and addresses', () => {
    expect(view().papers[0]).toMatchObject({
      key: '2510.00001',
      number: 1,
      id: 'tag:fold.example,2024:papers/2510.00001',
      href: '/news/papers/2510.00001/',
      title: { text: 'λ-Crease: Folding at Scale' },
      authorWords: 'Ada Fold and José Crease',
      arxiv: { id: '2510.00001', version: 1, abs: 'https://arxiv.org/abs/2510.00001v1' },
      namedInTldr: true,
      excerpt: 'We fold once, for $0.07 a sheet. Our own preprint is arXiv:2510.00001.',
      otherDigests: [{ slug: 'folds_cs_CL_2025-10-17' }],
    })
  })

  test('links authors with enough papers', () => {
    expect(view().papers[0]?.authors).toEqual([
      { name: 'Ada Fold', slug: 'ada-fold', href: '/news/authors/ada-fold/' },
      expect.objectContaining({ name: 'José Crease' }),
    ])
  })

  test('says what its comments say', () => {
    expect(view().papers[0]?.comments).toMatchObject({
      venue: 'FOLD 2026',
      pages: 12,
      figures: 3,
      links: [{ kind: 'code', label: 'Code', href: 'https://github.com/fold/crease' }],
    })
    expect(view().papers[1]).not.toHaveProperty('comments')
  })

  test('begins its headings below its own section’s', () => {
    expect(view().papers[0]?.summary?.html).toContain('<h4>What</h4>')
  })

  test('leads from its text to the other paper’s section, and to arXiv for itself and for strangers', () => {
    const { abstract, summary } = view().papers[0] ?? {}
    expect(abstract?.html).toContain('<a href="https://arxiv.org/abs/2510.00001">')
    expect(summary?.html).toContain(`<a href="${view().papers[1]?.digestHref}">`)
    expect(summary?.html).toContain('<a href="https://arxiv.org/abs/2401.09999">')
  })

  test('has the parts of its critique beside the whole, with their headings', () => {
    const critique = view().papers[0]?.critique
    expect(critique?.strengths?.text).toBe('• Flat.')
    expect(critique?.weaknesses?.text).toBe('• Thin.')
    expect(critique?.pieces.map(({ kind, heading }) => [kind, heading?.text])).toEqual([
      ['strengths', 'Strengths'],
      ['weaknesses', 'Weaknesses'],
    ])
  })
})

describe('a paper on its own page', () => {
  const entry = archive.papers.get('2510.00001')
  if (entry === undefined) throw new Error('The fixture was refused.')

  test('is shown as it first appeared', () => {
    const paper = toPaperView(entry, context())
    expect(paper.digest.slug).toBe('folds_cs_CL_2025-10-16')
    expect(paper.otherDigests.map(({ slug }) => slug)).toEqual(['folds_cs_CL_2025-10-17'])
  })

  test('leads to the pages of other papers and has its headings higher', () => {
    const { summary } = toPaperView(entry, context())
    expect(summary?.html).toContain('<a href="/news/papers/2510.00002/">')
    expect(summary?.html).toContain('<h3>What</h3>')
  })

  test('of another archive throws', () => {
    expect(() => toPaperView(entry, context({ archive: makeArchive({}) }))).toThrow('2510.00001')
  })
})
