import { formatArxivId } from './arxiv-id.ts'
import { splitDisclaimer } from './disclaimer.ts'
import type { Digest, ExtraSection, Paper, RichText, Tldr } from './schema.ts'

/**
 * A Digest as a Markdown file in the canonical format. Law: parsing it gives the same Digest but for its
 * source file and the lines that texts stand on.
 */
export function serializeDigest(digest: Digest): string {
  const parts = [
    serializeFrontMatter(digest),
    digest.disclaimer?.markdown,
    digest.overview && serializeOverview(digest.overview),
    ...digest.sections.map(serializeSection),
    digest.tldr && serializeTldr(digest.tldr),
    ...digest.papers.map((paper) => `---\n\n${serializePaper(paper)}`),
  ]
  return `${join(parts)}\n`
}

/** An overview that begins like a disclaimer needs its heading to stay one. */
function serializeOverview(overview: RichText): string {
  const { disclaimer } = splitDisclaimer(overview)
  return disclaimer === undefined ? overview.markdown : `## Overview\n\n${overview.markdown}`
}

function serializeFrontMatter({ title, permalink, date, category, fields }: Digest): string {
  const entries = Object.entries({ title, permalink, date, ...(category && { category }), ...fields })
  // JSON strings are YAML double-quoted scalars; a date needs no quotes and is nicer without.
  const lines = entries.map(
    ([name, value]) => `${toKey(name)}: ${name === 'date' ? value : JSON.stringify(value)}`,
  )
  return ['---', ...lines, '---'].join('\n')
}

function toKey(name: string): string {
  return /^[A-Za-z][\w-]*$/.test(name) ? name : JSON.stringify(name)
}

function serializeTldr({ counts, opening, body }: Tldr): string {
  return join([
    '## TL;DR',
    counts && `Total papers: ${counts.total} , Selected papers: ${counts.selected}`,
    opening,
    body?.markdown,
  ])
}

/** One paper as it stands in such a file, without the line between papers and without a line feed at its end. */
export function serializePaper(paper: Paper): string {
  return join([
    `# ${paper.title}`,
    paper.authors.length > 0 ? `Authors: ${paper.authors.join(', ')}` : undefined,
    paper.keywords.length > 0 ? `Keywords: ${paper.keywords.join(', ')}` : undefined,
    `Comments: ${paper.comments?.text ?? 'None'}`,
    paper.arxiv && serializeLink(formatArxivId(paper.arxiv)),
    ...paper.labels.map(({ label, value }) => `${label}: ${value}`),
    serializeText('Abstract', paper.abstract, paper.pleasantries.abstract),
    serializeText('Summary', paper.summary, paper.pleasantries.summary),
    serializeText('Critique', paper.critique?.text, paper.pleasantries.critique),
    ...paper.sections.map(serializeSection),
  ])
}

function serializeLink(id: string): string {
  const address = `https://arxiv.org/abs/${id}`
  return `Paper link: [${address}](${address})`
}

function serializeText(
  heading: string,
  text: RichText | undefined,
  pleasantry: string | undefined,
): string | undefined {
  return text && join([`## ${heading}`, pleasantry, text.markdown])
}

function serializeSection({ heading, body }: ExtraSection): string {
  return join([`## ${heading}`, body?.markdown])
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n')
}
