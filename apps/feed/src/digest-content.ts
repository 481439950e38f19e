import { type DigestView, escapeHtml, type PaperView } from '@broadsheet/view'
import { renderPaperContent, renderSection } from './paper-content.ts'

/** All of a digest, its papers in order, as HTML of the elements that feed readers keep. */
export function renderDigestContent(digest: DigestView): string {
  return [
    digest.disclaimer?.html,
    digest.overview?.html,
    `<h2>TL;DR</h2>\n<p>${escapeHtml(digest.countWords)}</p>`,
    digest.tldr?.html,
    ...digest.sections.map((section) => renderSection(section, 'h2')),
    ...digest.papers.map(renderPaper),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
}

function renderPaper(paper: PaperView): string {
  // A title may hold a link of its own, and a link in a link is none: the address stands on the number.
  const number = `<a href="${escapeHtml(paper.url)}">${paper.number}.</a>`
  return `<h2>${number} ${paper.title.html}</h2>\n${renderPaperContent(paper)}`
}
