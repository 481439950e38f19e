import { type PaperView, type Prose, toExcerpt } from '@broadsheet/view'
import type { Detail } from './fit.ts'

/** The text that a paper shows in a detail; undefined where it shows three lines or nothing. */
export function toPaperProse(view: PaperView, detail: Detail): Prose | undefined {
  if (detail === 'summary') return view.summary ?? view.abstract
  return detail === 'abstract' ? (view.abstract ?? view.summary) : undefined
}

/** Three lines of a phone, about two of a desk. */
export function toPaperLines(view: PaperView): string {
  return toExcerpt(view.excerpt, 240)
}

/** Who wrote it and where it appears. */
export function toByWords(view: PaperView): string {
  return [view.authorWords, view.comments?.venue ?? ''].filter((words) => words !== '').join(' · ')
}

/** What the link to a paper's page promises: what the mail does not show of it. */
export function toMoreWords(view: PaperView, detail: Detail): string {
  const shown = toPaperProse(view, detail)
  if (shown === undefined) return 'Read the rest'
  const rest = [
    view.abstract === undefined || view.abstract === shown ? '' : 'abstract',
    view.summary === undefined || view.summary === shown ? '' : 'summary',
    view.critique === undefined ? '' : 'critique',
  ].filter((part) => part !== '')
  return rest.length === 0 ? 'On its own page' : `Read the rest (${rest.join(' and ')})`
}
