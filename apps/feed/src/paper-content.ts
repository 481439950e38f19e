import { escapeHtml, type NameView, type PaperView, type SectionView } from '@broadsheet/view'

/** All of a paper below its title, as HTML of the elements that feed readers keep. */
export function renderPaperContent(paper: PaperView): string {
  return [
    renderNames(paper.authors),
    paper.comments && `<p><em>${paper.comments.line.html}</em></p>`,
    renderLinks(paper),
    ...paper.labels.map(({ label, value }) => `<p><strong>${escapeHtml(label)}:</strong> ${value.html}</p>`),
    paper.topics.length === 0 ? undefined : `<p>Topics: ${paper.topics.map(renderName).join(', ')}</p>`,
    ...renderSections(paper),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
}

function renderSections({ abstract, summary, critique, sections }: PaperView): string[] {
  const known = { Abstract: abstract, Summary: summary, Critique: critique?.whole }
  return [
    ...Object.entries(known).flatMap(([heading, body]) =>
      body ? [`<h3>${heading}</h3>\n${body.html}`] : [],
    ),
    ...sections.map((section) => renderSection(section, 'h3')),
  ]
}

/** A section that the publisher added, under its own heading. */
export function renderSection({ heading, body }: SectionView, level: 'h2' | 'h3'): string {
  return `<${level}>${heading.html}</${level}>\n${body?.html ?? ''}`
}

function renderNames(authors: readonly NameView[]): string | undefined {
  return authors.length === 0 ? undefined : `<p>${authors.map(renderName).join(', ')}</p>`
}

function renderName({ name, href }: NameView): string {
  return href === undefined ? escapeHtml(name) : renderLink(href, name)
}

function renderLinks({ arxiv, comments }: PaperView): string | undefined {
  const links = [
    ...(arxiv ? [renderLink(arxiv.abs, `arXiv:${arxiv.id}`)] : []),
    ...(arxiv ? [renderLink(arxiv.pdf, 'PDF'), renderLink(arxiv.html, 'HTML')] : []),
    ...(comments?.links ?? []).map(({ href, label }) => renderLink(href, label)),
  ]
  return links.length === 0 ? undefined : `<p>${links.join(' · ')}</p>`
}

function renderLink(href: string, words: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`
}
