import { parseDigest, toArchive } from '@broadsheet/core'
import { type Config, type DigestView, parseConfig, toDigestView } from '@broadsheet/view'

export type SamplePaper = {
  readonly title: string
  readonly id: string
  readonly authors?: string
  readonly keywords?: string
  readonly comments?: string
  readonly abstract?: string
  readonly summary?: string
}

export type SampleDigest = {
  readonly date: string
  readonly category?: string
  readonly title?: string
  readonly overview?: string
  readonly tldr?: string
  readonly papers: readonly SamplePaper[]
}

export const sampleConfig: Config = parseConfig(
  {
    title: 'The Digest',
    description: 'Papers, read for you.',
    url: 'https://digest.example',
    publisher: { name: 'Press', postalAddress: 'Press, 1 Lane, Town' },
    feed: { authority: 'digest.example', year: 2025 },
    mail: { from: { name: 'The Digest', address: 'news@digest.example' }, listId: 'news.digest.example' },
  },
  'sample',
)

/** Views in the channel of mail, newest first, of digests written for a test. */
export function toSampleViews(
  samples: readonly SampleDigest[],
  revisions: ReadonlyMap<string, string> = new Map(),
): readonly DigestView[] {
  const digests = samples.map((sample, index) => {
    const file = `${sample.date}-${index}.md`
    const { digest, diagnostics } = parseDigest({ file, bytes: Buffer.from(toMarkdown(sample)) })
    if (digest === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
    return digest
  })
  const { archive } = toArchive(digests, { aliases: {} })
  const context = { channel: 'mail', config: sampleConfig, archive, revisions } as const
  return archive.digests.map((digest) => toDigestView(digest, context))
}

/** One digest of `count` papers with texts of real length. */
export function toLongDigest(count: number, words = 220): SampleDigest {
  const papers = Array.from({ length: count }, (_, index) => ({
    title: `Paper ${index + 1} on the length of mails and the patience of readers`,
    id: `2510.${String(10_000 + index)}`,
    authors: 'Ada One, Bo Two, Cy Three, Di Four, Ed Five',
    keywords: `Topic ${index % 7}, Mail`,
    abstract: 'The abstract says what was found. '.repeat(words / 6),
    summary: 'The summary says how it was found and what for. '.repeat(words / 10),
  }))
  const tldr = papers
    .map(({ id }) => `- Read https://arxiv.org/abs/${id} first.`)
    .toReversed()
    .join('\n')
  return { date: '2025-10-16', overview: 'A long day.', tldr, papers }
}

function toMarkdown({ date, category = 'cs.CL', title, overview, tldr, papers }: SampleDigest): string {
  const slug = `${category.replace('.', '_')}-${date}`
  const front = { title: title ?? `Digest of ${date}`, permalink: `/digests/${slug}`, date, category }
  const head = Object.entries(front).map(
    ([name, value]) => `${name}: ${name === 'date' ? value : JSON.stringify(value)}`,
  )
  const parts = [
    `---\n${head.join('\n')}\n---`,
    overview ?? '',
    ...(tldr === undefined ? [] : ['## TL;DR', tldr]),
  ]
  return [...parts, ...papers.map(toPaperMarkdown)].join('\n\n')
}

function toPaperMarkdown(paper: SamplePaper): string {
  const {
    title,
    id,
    authors = 'Ada One, Bo Two',
    keywords = 'Mail',
    comments = 'None',
    abstract,
    summary,
  } = paper
  return [
    `---\n\n# ${title}`,
    `Authors: ${authors}`,
    `Keywords: ${keywords}`,
    `Comments: ${comments}`,
    `Paper link: https://arxiv.org/abs/${id}v1`,
    ...(abstract === undefined ? [] : [`## Abstract\n\n${abstract}`]),
    ...(summary === undefined ? [] : [`## Summary\n\n${summary}`]),
  ].join('\n\n')
}
