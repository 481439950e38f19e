import { parseDigest, toArchive } from '@broadsheet/core'
import { type Publication, parseConfig } from '@broadsheet/view'
import { type DataSource, toDataSource } from './data-source.ts'

const config = parseConfig(
  {
    title: 'The Daily Fold',
    description: 'Papers about paper, every day.',
    url: 'https://fold.example',
    base: '/news/',
    publisher: { name: 'Fold Press' },
    categories: { 'cs.CL': 'Computation and Language' },
    feed: { authority: 'fold.example', year: 2024 },
    mail: { from: { name: 'Fold', address: 'digest@fold.example' }, listId: 'digest.fold.example' },
  },
  'test',
)

const examplePaper = `# $λ$-Routing:Rewiring Experts & <Co>

Authors: Guinan Su, Laurens van der Maaten, Qwen Team

Keywords: Mixture-of-Experts, Test-Time Adaptation

Comments: Accepted to AAAI 2026, 9 pages. Code: https://github.com/example/routing

Paper link: [http://arxiv.org/abs/2510.14853v1](http://arxiv.org/abs/2510.14853v1)

## Abstract

A router sends tokens to experts and gains 5.5\\% with \\textit{no} data.

## Summary

Of course. Here is a summary of the paper.

The router learns from the prompt, see https://arxiv.org/abs/2510.14406v1.

## Critique

### Strengths

- Cheap.

### Weaknesses

- Slow at first.
`

const otherPaper = `# A Planner of Experts

Authors: Guinan Su

Keywords: mixture-of-experts

Comments: None

Paper link: http://arxiv.org/abs/2510.14406v2

## Abstract

Experts plan, a router sends tokens.
`

function toExampleDigest(date: string, papers: readonly string[]): string {
  const head = `---
title: "Digest on ${date}"
permalink: /digests/arxiv_cs_CL_${date}_report
date: ${date}
---

Two papers about experts.

## TL;DR

Total papers: 81 , Selected papers: ${papers.length}

Here's a TL;DR summary of the papers:

- Rewiring (https://arxiv.org/abs/2510.14853).
`
  return [head, ...papers].join('\n---\n\n')
}

/** A publication of two days: the first chose one paper, the second both. */
export const publication: Publication = {
  root: '/',
  content: '/content',
  out: '/dist',
  mails: '/mails',
  config,
  archive: toArchive(
    [
      toExampleDigest('2025-10-16', [examplePaper]),
      toExampleDigest('2025-10-20', [examplePaper, otherPaper]),
    ].flatMap(
      (text, index) =>
        parseDigest({ file: `${index}.md`, bytes: new TextEncoder().encode(text) }).digest ?? [],
    ),
    { aliases: {} },
  ).archive,
  revisions: new Map(),
  diagnostics: [],
}

/** The same as this app sees it. */
export const twoDays: DataSource = toDataSource(publication)
