import type { LinkNotes, PaperView } from '@broadsheet/view'
import type { Detail } from './fit.ts'
import { toByWords, toMoreWords, toPaperLines, toPaperProse } from './paper-words.ts'
import { columns, joinBlocks, thinRule, toAddressLines, toTextNotes, wrapWords } from './text-part.ts'

/** One paper of the text part, its numbered links under it. */
export function renderPaperText(view: PaperView, number: number, detail: Detail): string {
  if (detail === 'link') return `${wrapWords(view.title.text, `${number}. `)}\n  ${view.href}`
  const notes: LinkNotes = []
  const body = toBody(view, detail, notes)
  const first = `${number}. `
  const head = [
    thinRule,
    wrapWords(view.title.text, first),
    wrapWords(toByWords(view), ' '.repeat(first.length)),
  ]
  return joinBlocks([
    head.filter((line) => line.trim() !== '').join('\n'),
    body,
    [toTextNotes(notes), ...toAddresses(view, detail)].filter((line) => line !== '').join('\n'),
  ])
}

function toBody(view: PaperView, detail: Detail, notes: LinkNotes): string {
  const prose = toPaperProse(view, detail)
  if (prose !== undefined) return prose.numbered(notes, columns)
  return detail === 'title' ? '' : wrapWords(toPaperLines(view))
}

function toAddresses(view: PaperView, detail: Detail): readonly string[] {
  const more = toAddressLines(toMoreWords(view, detail), view.href)
  if (detail === 'title') return [more]
  const arxiv = view.arxiv === undefined ? [] : [`arXiv: ${view.arxiv.abs}`]
  const outside = (view.comments?.links ?? []).map(({ href, label }) => `${label}: ${href}`)
  return [more, ...arxiv, ...outside]
}
