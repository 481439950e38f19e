import { findArxivIds } from './arxiv-id.ts'
import type { Report } from './diagnostic.ts'
import { readIdentity } from './digest-identity.ts'
import { splitDisclaimer } from './disclaimer.ts'
import type { FrontMatter } from './front-matter.ts'
import { joinSections, joinTexts } from './join-sections.ts'
import { settleEnd } from './link-definitions.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { readPaper } from './paper.ts'
import { quote } from './quote.ts'
import type { Digest, ExtraSection, RichText, SourceFile, Tldr } from './schema.ts'
import { findDigestSection } from './section-names.ts'
import { readTldr } from './tldr.ts'

const identityFields = new Set(['title', 'date', 'permalink', 'category'])

/**
 * Reads a Digest out of an outline and its front matter. Reports what is missing or odd; undefined only when
 * the digest has no title, no date or no safe address.
 */
export function readDigest(
  outline: Outline,
  { fields }: Pick<FrontMatter, 'fields'>,
  source: SourceFile,
  report: Report,
): Digest | undefined {
  const identity = readIdentity(fields, source.file, report)
  const papers = outline.papers.map((paper) => readPaper(paper, report))
  const { tldr, overview: named, extra } = sortSections(outline.sections, report)
  const { disclaimer, text } = splitDisclaimer(outline.head)
  const overview = text && named ? joinOverviews(text, named) : (text ?? named)
  if (identity === undefined) return undefined
  const digest: Digest = {
    ...identity,
    fields: Object.fromEntries(
      [...fields].flatMap(([name, { value }]) => (identityFields.has(name) ? [] : [[name, value]])),
    ),
    ...(disclaimer && { disclaimer }),
    ...(overview && { overview }),
    ...(tldr && { tldr }),
    sections: extra,
    papers,
    source,
  }
  checkDigest(digest, report)
  return digest
}

function joinOverviews(first: RichText, second: RichText): RichText {
  const { markdown, line } = joinTexts(first, second)
  return { markdown: settleEnd(markdown) ?? markdown, line }
}

/** From the TL;DR on, every heading before the first paper is the TL;DR's own. */
function sortSections(
  sections: readonly OutlineSection[],
  report: Report,
): { tldr?: Tldr; overview?: RichText; extra: ExtraSection[] } {
  const start = sections.findIndex(({ name }) => findDigestSection(name) === 'tldr')
  const before = start < 0 ? sections : sections.slice(0, start)
  const [first, ...inside] = start < 0 ? [] : sections.slice(start)
  const overview = before.find(({ name }) => findDigestSection(name) === 'overview')?.body
  const extra = before.filter(({ name }) => findDigestSection(name) !== 'overview')
  for (const { heading, line } of extra)
    report({
      code: 'section-unknown',
      line,
      message: `The digest has a section ${quote(heading)} that the format does not name; it is shown after the others.`,
      hint: 'The format names the TL;DR; its own sub-headings stand after `## TL;DR`.',
    })
  return {
    ...(first && { tldr: readTldr(joinSections(first.body, inside), first.line) }),
    ...(overview && { overview }),
    extra: extra.map(({ heading, line, body }) => ({
      heading: heading || 'Note',
      ...(body && { body }),
      line,
    })),
  }
}

function checkDigest(digest: Digest, report: Report): void {
  checkTldr(digest, report)
  if (digest.papers.length === 0)
    report({
      code: 'digest-without-papers',
      line: 1,
      message: `The digest ${quote(digest.title)} has no papers.`,
      hint: 'Each paper begins with `# Title` and has Authors, Paper link and an Abstract.',
    })
}

function checkTldr({ tldr, title, papers }: Digest, report: Report): void {
  if (tldr === undefined) {
    report({
      code: 'tldr-missing',
      line: 1,
      message: `The digest ${quote(title)} has no TL;DR.`,
      hint: 'Add a section `## TL;DR` before the first paper.',
    })
    return
  }
  if (tldr.body === undefined)
    report({
      code: 'tldr-empty',
      line: tldr.line,
      message: 'The TL;DR says nothing but its counts.',
      hint: 'Add a few sentences, or take the section away.',
    })
  const { counts } = tldr
  if (counts !== undefined && counts.selected !== papers.length)
    report({
      code: 'selected-count',
      line: tldr.line,
      message: `The TL;DR says \`Selected papers: ${counts.selected}\`, but the digest has ${papers.length}.`,
      hint: `Write \`Selected papers: ${papers.length}\`, or add the papers that are missing.`,
    })
  checkLinks(tldr, new Set(papers.map((paper) => paper.arxiv?.id)), report)
}

function checkLinks({ body }: Tldr, ids: ReadonlySet<string | undefined>, report: Report): void {
  if (body === undefined) return
  for (const { id, index } of findArxivIds(body.markdown)) {
    if (ids.has(id)) continue
    const before = body.markdown.slice(0, index).split('\n')
    report({
      code: 'tldr-unknown-paper',
      line: body.line + before.length - 1,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `The TL;DR links \`${id}\`, which is not among the digest's papers.`,
      hint: 'Correct the id, or add the paper.',
    })
  }
}
