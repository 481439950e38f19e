import { type Digest, type Paper, type PaperEntry, serializeDigest, serializePaper } from '@broadsheet/core'
import { type Artifact, paths, toUrl, type ViewContext } from '@broadsheet/view'

/** A digest as a file of Markdown. */
export function toDigestMarkdownFile(digest: Digest): Artifact {
  return { path: paths.digestMarkdown(digest.slug), content: toDigestMarkdown(digest) }
}

/** A paper as a file of Markdown. */
export function toPaperMarkdownFile(entry: PaperEntry, context: ViewContext): Artifact {
  return { path: paths.paperMarkdown(entry.key), content: toPaperMarkdown(entry, context) }
}

/**
 * A digest as a Markdown file in the format that this program reads, without what a machine said to its
 * operator; a reader of the site never saw it either.
 */
function toDigestMarkdown(digest: Digest): string {
  const { opening: _, ...tldr } = digest.tldr ?? {}
  return serializeDigest({
    ...digest,
    ...(digest.tldr && { tldr: { ...tldr, line: digest.tldr.line } }),
    papers: digest.papers.map(withoutPleasantries),
  })
}

/** One paper as Markdown, with its own address and the digests that chose it, oldest first, at the end. */
function toPaperMarkdown(entry: PaperEntry, { archive, config }: ViewContext): string {
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
