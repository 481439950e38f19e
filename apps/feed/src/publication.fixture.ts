import { type Digest, parseDigest, toArchive } from '@broadsheet/core'
import { type ConfigInput, type Publication, parseConfig } from '@broadsheet/view'

/** A paper as a test needs it; what is not said is made of its id. */
export type ExamplePaper = {
  readonly id: string
  readonly title?: string
  readonly authors?: string
  readonly keywords?: string
  readonly abstract?: string
  readonly summary?: string
}

const config: ConfigInput = {
  title: 'Broadsheet',
  description: 'Papers, explained.',
  url: 'https://broadsheet.example',
  language: 'en',
  timeZone: 'Europe/Berlin',
  publishAt: '08:00',
  publisher: {
    name: 'The Editors',
    email: 'editor@broadsheet.example',
    url: 'https://broadsheet.example/about/',
  },
  categories: { 'cs.CL': 'Computation and Language' },
  feed: { authority: 'broadsheet.example', year: 2025, hub: 'https://hub.example/' },
  mail: {
    from: { name: 'Broadsheet', address: 'digest@broadsheet.example' },
    listId: 'digest.broadsheet.example',
  },
}

/** A publication of digests, as it would be read from a folder. */
export function publish(
  digests: readonly Digest[],
  changes: Partial<ConfigInput> = {},
  revisions: ReadonlyMap<string, string> = new Map(),
): Publication {
  const { archive, diagnostics } = toArchive(digests, { aliases: {} })
  const parsed = parseConfig({ ...config, ...changes }, 'broadsheet.config.ts')
  return { config: parsed, archive, diagnostics, revisions, root: '', content: '', out: '', mails: '' }
}

/** The digest of a day, as core reads it from its file. */
export function exampleDigest(date: string, papers: readonly ExamplePaper[]): Digest {
  const text = [
    `---\ntitle: "Digest of ${date}"\npermalink: /digests/arxiv_cs_CL_${date}_report\ndate: ${date}\n---`,
    `What came on ${date}.`,
    `## TL;DR\n\nTotal papers: 80 , Selected papers: ${papers.length}`,
    papers.map(({ id }) => `- See https://arxiv.org/abs/${id}`).join('\n'),
    ...papers.map(toPaperText),
  ].join('\n\n')
  const file = `arxiv_cs_CL_${date}_report.md`
  const { digest, diagnostics } = parseDigest({ file, bytes: Buffer.from(text) })
  if (digest === undefined) throw new Error(JSON.stringify(diagnostics))
  return digest
}

function toPaperText({ id, ...paper }: ExamplePaper): string {
  return [
    `---\n\n# ${paper.title ?? `Paper ${id}`}`,
    `Authors: ${paper.authors ?? `Ada ${id}, Grace Hopper`}`,
    `Keywords: ${paper.keywords ?? 'Reasoning'}`,
    'Comments: 9 pages, accepted at ACL',
    `Paper link: http://arxiv.org/abs/${id}v1`,
    `## Abstract\n\n${paper.abstract ?? `An abstract of ${id}.`}`,
    `## Summary\n\n${paper.summary ?? `A summary of ${id}.`}`,
    `## Critique\n\n### Strengths\n\n- Clear.\n\n### Weaknesses\n\n- Short.`,
  ].join('\n\n')
}
