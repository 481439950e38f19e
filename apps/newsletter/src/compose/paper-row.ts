import type { PaperView } from '@broadsheet/view'
import type { Detail, DetailSizes } from './fit.ts'
import { joinMarkup, type Markup, markup } from './markup.ts'
import { renderPaperText } from './paper-text.ts'
import { toByWords, toMoreWords, toPaperLines, toPaperProse } from './paper-words.ts'
import { withoutPlaceholders } from './personal.ts'
import { renderRow, type Template } from './template.ts'

/** A paper rendered in every detail, once for all mails that show it. Its text is made when first read. */
export type PaperRow = {
  readonly view: PaperView
  readonly html: Readonly<Record<Detail, string>>
  readonly bytes: DetailSizes
  readonly text: (detail: Detail) => string
}

/** `number` is the paper's place in what it is shown in. */
export function toPaperRow(template: Template, view: PaperView, number: number): PaperRow {
  const html = {
    summary: renderDetail(template, view, number, 'summary'),
    abstract: renderDetail(template, view, number, 'abstract'),
    lines: renderDetail(template, view, number, 'lines'),
    title: renderDetail(template, view, number, 'title'),
    link: renderLink(view, number),
  }
  const bytes = {
    summary: Buffer.byteLength(html.summary),
    abstract: Buffer.byteLength(html.abstract),
    lines: Buffer.byteLength(html.lines),
    title: Buffer.byteLength(html.title),
    link: Buffer.byteLength(html.link),
  }
  const texts = new Map<Detail, string>()
  const text = (detail: Detail): string => {
    const known = texts.get(detail) ?? withoutPlaceholders(renderPaperText(view, number, detail))
    texts.set(detail, known)
    return known
  }
  return { view, html, bytes, text }
}

function renderDetail(template: Template, view: PaperView, number: number, detail: Detail): string {
  const row = renderRow(template, 'paper', {
    number: String(number),
    title: view.title,
    href: view.href,
    by: toByWords(view),
    body: toBody(view, detail),
    more: joinMarkup(toLinks(view, detail), ' · '),
  })
  return withoutPlaceholders(row)
}

/** A line of the list that a group ends with. */
function renderLink({ href, title }: PaperView, number: number): string {
  return withoutPlaceholders(markup`<p>${number}. <a href="${href}">${title}</a></p>`.html)
}

function toBody(view: PaperView, detail: Detail): Markup {
  const prose = toPaperProse(view, detail)
  if (prose !== undefined) return markup`<div class="prose">${prose}</div>`
  return detail === 'title' || view.excerpt === '' ? markup`` : markup`<p>${toPaperLines(view)}</p>`
}

function toLinks(view: PaperView, detail: Detail): readonly Markup[] {
  const more = markup`<a href="${view.href}">${toMoreWords(view, detail)}</a>`
  if (detail === 'title') return [more]
  const outside = (view.comments?.links ?? []).map(
    ({ href, label }) => markup`<a href="${href}">${label}</a>`,
  )
  if (view.arxiv === undefined) return [more, ...outside]
  const { abs, pdf } = view.arxiv
  return [more, markup`<a href="${abs}">arXiv</a>`, markup`<a href="${pdf}">PDF</a>`, ...outside]
}
