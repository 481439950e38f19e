import { expect, test } from 'vitest'
import type { Channel } from './channel.ts'
import { toPaperLine } from './paper-line.ts'
import { toPaperView } from './paper-view.ts'
import { makeArchive, makeConfig } from './publication.fixture.ts'

const digest = `---
title: Folds of 2025-10-16
permalink: /digests/folds_cs_CL_2025-10-16
category: cs.CL
date: 2025-10-16
---

# $\\lambda$-Crease: *Folding* at 2:1

Authors: Ada Fold, Jos\\'e Crease, Eva Sheet, Otto Leaf, Uwe Page

Keywords: Folding

Comments: Accepted at \\emph{FOLD} 2025, see https://fold.example/2510.00002

Paper link: https://arxiv.org/abs/2510.00001v2

# Second paper

Authors: Ada Fold

Paper link: https://arxiv.org/abs/2510.00002v1
`

const archive = makeArchive({ 'a.md': digest, 'b.md': digest.replaceAll('2025-10-16', '2025-10-17') })

test.each(['site', 'feed', 'mail'] as const satisfies readonly Channel[])(
  'a line says of a paper what its view says: %s',
  (channel) => {
    const context = { channel, config: makeConfig(), archive }
    for (const entry of archive.papers.values()) {
      const { key, href, title, authorWords, digest, digestHref, comments } = toPaperView(entry, context)
      const venue = comments?.venue
      expect(toPaperLine(entry, context)).toEqual({
        key,
        href,
        title,
        authorWords,
        digest,
        digestHref,
        ...(venue !== undefined && { venue }),
      })
    }
    expect(archive.papers.size).toBe(2)
  },
)
