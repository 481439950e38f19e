import { type DigestView, escapeHtml, type PaperView } from '@broadsheet/view'
import { renderPaperContent, renderSection } from './paper-content.ts'

/** All of a digest, its papers in order, as HTML of the elements that feed readers keep. */
export function renderDigestContent(digest: DigestView): string {
  return [
    digest.disclaimer?.html,
    digest.overview?.html,
    digest.tldr && '<h2>TL;DR</h2>',
    `<p>${escapeHtml(digest.countWords)}</p>`,
    digest.tldr?.html,
    ...digest.sections.map((section) => renderSection(section, 'h2')),
    ...digest.papers.map(renderPaper),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
}

function renderPaper(paper: PaperView): string {
  const title = `<a href="${escapeHtml(paper.url)}">${paper.title.html}</a>`
  return `<h2>${paper.number}. ${title}</h2>\n${renderPaperContent(paper)}`
}
