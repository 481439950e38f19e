import { countPapers } from './count-papers.ts'
import type { Detail } from './fit.ts'
import type { MailContext, PaperGroup } from './mail-content.ts'
import type { PaperRow } from './paper-row.ts'
import { renderRow, type Template } from './template.ts'
import { joinBlocks, thickRule, thinRule, toTextHeading } from './text-part.ts'

type DetailOf = (paper: PaperRow) => Detail

/** The rows of a group in HTML: its heading, its papers, and one list of those that are links alone. */
export function renderGroupHtml(
  { template }: MailContext,
  { heading, papers }: PaperGroup,
  detailOf: DetailOf,
): string {
  const [links, others] = partition(papers, detailOf)
  const rows = others.map((paper) => paper.html[detailOf(paper)])
  const list = links.map((paper) => paper.html.link).join('')
  return [
    renderRow(template, 'group', { heading }),
    ...rows,
    ...(links.length === 0 ? [] : [renderList(template, toListWords(links, papers), list)]),
  ].join('')
}

/** The same in plain text. */
export function renderGroupText({ heading, papers }: PaperGroup, detailOf: DetailOf): string {
  const [links, others] = partition(papers, detailOf)
  return joinBlocks([
    `${thickRule}\n${toTextHeading(heading)}`,
    ...others.map((paper) => paper.text(detailOf(paper))),
    links.length === 0 ? undefined : `${thinRule}\n${toListWords(links, papers)}`,
    ...links.map((paper) => paper.text('link')),
  ])
}

/** The bytes that a group's list of links takes around them. */
export function measureList({ template }: MailContext, { papers }: PaperGroup): number {
  return Buffer.byteLength(renderList(template, `${countPapers(papers.length, 'more')}, by title`, ''))
}

function renderList(template: Template, heading: string, html: string): string {
  return renderRow(template, 'paperList', { heading, body: { html } })
}

function toListWords(links: readonly PaperRow[], papers: readonly PaperRow[]): string {
  return links.length === papers.length ? 'By title' : `${countPapers(links.length, 'more')}, by title`
}

function partition(papers: readonly PaperRow[], detailOf: DetailOf): readonly [PaperRow[], PaperRow[]] {
  const isLink = (paper: PaperRow) => detailOf(paper) === 'link'
  return [papers.filter(isLink), papers.filter((paper) => !isLink(paper))]
}
