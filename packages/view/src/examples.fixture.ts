import { makeArchive, makeConfig } from './publication.fixture.ts'
import type { ViewContext } from './view-context.ts'

/** A paper of an example digest, as its author would write it. */
export const examplePaper = `# $λ$-Routing:Rewiring Experts & <Co>

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

/** A second paper with a topic in common. */
export const otherPaper = `# A Planner of Experts

Authors: Guinan Su

Keywords: mixture-of-experts

Comments: None

Paper link: http://arxiv.org/abs/2510.14406v2

## Abstract

Experts plan, a router sends tokens.
`

/** An example digest of a date in the words of its author. */
export function toExampleDigest(date: string, papers: readonly string[]): string {
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

/** Example digests, in the site's channel. */
export function toExampleContext(digests: readonly string[]): ViewContext {
  const files = digests.map((text, index) => [`digests/${index}.md`, text])
  return { channel: 'site', config: makeConfig(), archive: makeArchive(Object.fromEntries(files)) }
}

/** Two days: the first chose one paper, the second both. */
export const twoDays = toExampleContext([
  toExampleDigest('2025-10-16', [examplePaper]),
  toExampleDigest('2025-10-20', [examplePaper, otherPaper]),
])
