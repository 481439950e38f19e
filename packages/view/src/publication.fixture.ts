import { type Archive, parseDigest, toArchive } from '@broadsheet/core'
import { type Config, type ConfigInput, parseConfig } from './config.ts'
import type { ProseContext } from './prose-context.ts'

const input: ConfigInput = {
  title: 'The Daily Fold',
  description: 'Papers about paper, every day.',
  url: 'https://fold.example',
  base: '/news/',
  publisher: { name: 'Fold Press', email: 'editor@fold.example' },
  categories: { 'cs.CL': 'Computation and Language' },
  feed: { authority: 'fold.example', year: 2024 },
  mail: { from: { name: 'Fold', address: 'digest@fold.example' }, listId: 'digest.fold.example' },
}

/** A configuration for tests; what is given replaces what is here. */
export function makeConfig(changes: Partial<ConfigInput> = {}): Config {
  return parseConfig({ ...input, ...changes }, 'test')
}

/** An archive of digests given as Markdown, by file name. */
export function makeArchive(files: Readonly<Record<string, string>>): Archive {
  const digests = Object.entries(files).flatMap(([file, text]) => {
    const { digest } = parseDigest({ file, bytes: new TextEncoder().encode(text) })
    return digest === undefined ? [] : [digest]
  })
  return toArchive(digests, { aliases: {} }).archive
}

/** Where a text is read, of a publication without digests unless it is given one. */
export function makeContext(changes: Partial<ProseContext> = {}): ProseContext {
  return {
    channel: 'feed',
    config: makeConfig(),
    archive: makeArchive({}),
    papers: new Map(),
    headingLevel: 3,
    ...changes,
  }
}

/** One digest of two papers, both named in its TL;DR. */
export const foldingDigest = `---
title: "Folds of 2025-10-16"
permalink: /digests/folds_cs_CL_2025-10-16
category: cs.CL
date: 2025-10-16
---

Two papers on $\\lambda$-folding.

## TL;DR

Total papers: 12 , Selected papers: 2

**Crease first** (https://arxiv.org/abs/2510.00001v2) beats *cutting* (2510.00002).

## Themes

### Folding

See [the second](http://arxiv.org/pdf/2510.00002).

---

# λ-Crease: Folding at Scale

Authors: Ada Fold, Jos\\'e Crease

Keywords: Folding, Paper

Comments: 12 pages, 3 figures. Accepted to FOLD 2026. Code: https://github.com/fold/crease

Paper link: [http://arxiv.org/abs/2510.00001v1](http://arxiv.org/abs/2510.00001v1)

## Abstract

We fold \\textit{once}, for $0.07 a sheet. Our own preprint is https://arxiv.org/abs/2510.00001.

## Summary

### What

It builds on arXiv:2510.00002 and arXiv:2401.09999.

## Critique

### Strengths

- Flat.

### Weaknesses

- Thin.

---

# Cutting Considered Harmful

Authors: Ada Fold

Keywords: folding, Scissors

Comments: None

Paper link: http://arxiv.org/abs/2510.00002v3

## Abstract

We do not cut.
`
