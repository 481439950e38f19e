import { escapeHtml, type NameView, type PaperView, type SectionView } from '@broadsheet/view'

/**
 * All of a paper below its title, as HTML of the elements that feed readers keep. Nothing in it depends on other
 * digests, such as links to pages that an author has from the second paper on: an item must not change when
 * something else is published.
 */
export function renderPaperContent(paper: PaperView): string {
  return [
    renderNames(paper.authors),
    paper.comments && `<p><em>${paper.comments.line.html}</em></p>`,
    renderLinks(paper),
    ...paper.labels.map(({ label, value }) => `<p><strong>${escapeHtml(label)}:</strong> ${value.html}</p>`),
    renderNames(paper.topics, 'Topics: '),
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

function renderNames(names: readonly NameView[], before = ''): string | undefined {
  const words = names.map(({ name }) => escapeHtml(name))
  return words.length === 0 ? undefined : `<p>${before}${words.join(', ')}</p>`
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
