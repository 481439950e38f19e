import { type Digest, type Paper, type PaperEntry, serializeDigest, serializePaper } from '@broadsheet/core'
import { paths, toUrl, type ViewContext } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'

/** Every digest and every paper as Markdown. */
export function* buildMarkdownFiles(context: ViewContext): Generator<Artifact> {
  for (const digest of context.archive.digests)
    yield { path: paths.digestMarkdown(digest.slug), content: toDigestMarkdown(digest) }
  for (const entry of context.archive.papers.values())
    yield { path: paths.paperMarkdown(entry.key), content: toPaperMarkdown(entry, context) }
}

/**
 * A digest as a Markdown file in the format that this program reads, without what a machine said to its
 * operator; a reader of the site never saw it either.
 */
export function toDigestMarkdown(digest: Digest): string {
  const { opening: _, ...tldr } = digest.tldr ?? {}
  return serializeDigest({
    ...digest,
    ...(digest.tldr && { tldr: { ...tldr, line: digest.tldr.line } }),
    papers: digest.papers.map(withoutPleasantries),
  })
}

/** One paper as Markdown, with its own address and the digests that chose it, oldest first, at the end. */
export function toPaperMarkdown(entry: PaperEntry, { archive, config }: ViewContext): string {
  const digests = entry.appearances.flatMap(({ slug, date }) => {
    const digest = archive.bySlug.get(slug)
    return digest === undefined ? [] : [`- ${date}: <${toUrl(config, paths.digest(slug))}>`]
  })
  return [
    serializePaper(withoutPleasantries(entry.paper)),
    '---',
    `Source: <${toUrl(config, paths.paper(entry.key))}>`,
    `Chosen in:\n\n${digests.join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function withoutPleasantries(paper: Paper): Paper {
  return { ...paper, pleasantries: {} }
}
