import { describe, expect, test } from 'vitest'
import { toProse } from './prose.ts'
import { makeArchive, makeContext } from './publication.fixture.ts'

const older = `---
title: Older
permalink: /digests/older
date: 2025-10-01
---

# An older fold

Authors: Ada Fold

Paper link: https://arxiv.org/abs/2509.00009v1

# A very old fold

Authors: Ada Fold

Paper link: https://arxiv.org/abs/hep-th/9901001
`

const archive = makeArchive({ 'older.md': older })
const here = 'https://fold.example/news/digests/d/#paper-2510.00001'
const papers = new Map([['2510.00001', { number: 1, href: here }]])

function links(markdown: string, changes: Parameters<typeof makeContext>[0] = {}): readonly string[] {
  const { html } = toProse(markdown, makeContext({ archive, papers, ...changes }))
  return [...html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(([, href, words]) => `${words} ${href}`)
}

describe('a paper of this digest', () => {
  test.each([
    'https://arxiv.org/abs/2510.00001',
    'http://arxiv.org/abs/2510.00001v3',
    'https://www.arxiv.org/pdf/2510.00001v1.pdf',
    'https://export.arxiv.org/abs/2510.00001',
    'https://arxiv.org/html/2510.00001v1#S1',
    'https://doi.org/10.48550/arXiv.2510.00001',
    '(2510.00001)',
    '[2510.00001v2]',
    'arXiv:2510.00001',
    '*https://arxiv.org/abs/2510.00001*',
    '(https://arxiv.org/abs/2510.00001).',
    '[http://arxiv.org/abs/2510.00001](http://arxiv.org/abs/2510.00001)',
  ])('%s leads to its section', (markdown) => {
    expect(links(markdown)).toEqual([`2510.00001 ${here}`])
  })

  test('words stay words', () => {
    expect(links('[the *fold*](https://arxiv.org/abs/2510.00001)')).toEqual([`the <em>fold</em> ${here}`])
  })
})

describe('any other paper', () => {
  test.each([
    [
      'of an older digest leads to its page',
      '2509.00009',
      '2509.00009 https://fold.example/news/papers/2509.00009/',
    ],
    [
      'of before 2007 too',
      'hep-th/9901001',
      'hep-th/9901001 https://fold.example/news/papers/hep-th-9901001/',
    ],
    ['we do not have leads to arXiv', '2401.09999', 'arXiv:2401.09999 https://arxiv.org/abs/2401.09999'],
  ])('%s', (_, id, link) => {
    expect(links(`see http://arxiv.org/abs/${id} here`, { channel: 'mail' })).toEqual([link])
  })

  test('a number in parentheses is no link', () => {
    expect(links('(2401.09999) and 1234.5678')).toEqual([])
  })
})

test('a feed leads to arXiv, so that no item changes when the paper it names is published later', () => {
  expect(links('https://arxiv.org/abs/2509.00009', { channel: 'feed' })).toEqual([
    'arXiv:2509.00009 https://arxiv.org/abs/2509.00009',
  ])
})

test('on the site a link begins at the base path', () => {
  expect(links('https://arxiv.org/abs/2509.00009', { channel: 'site' })).toEqual([
    '2509.00009 /news/papers/2509.00009/',
  ])
})

test('a paper that names itself leads to arXiv, not back to where the reader is', () => {
  expect(links('https://arxiv.org/abs/2510.00001v1', { self: '2510.00001' })).toEqual([
    'arXiv:2510.00001 https://arxiv.org/abs/2510.00001v1',
  ])
})

test('the old address of a digest leads to its page', () => {
  expect(links('[then](/digests/older.md) [then](/digests/older/#x)')).toEqual([
    'then https://fold.example/news/digests/older/',
    'then https://fold.example/news/digests/older/',
  ])
})
