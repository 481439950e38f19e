import { type Prose, toExcerpt } from '@broadsheet/view'
import type { MailContext, Piece } from './mail-content.ts'
import { markup } from './markup.ts'
import { withoutPlaceholders } from './personal.ts'
import { type ComponentName, type ComponentValues, renderRow } from './template.ts'
import { joinBlocks, toAddressLines, toNumberedText, toTextHeading, wrapWords } from './text-part.ts'

export const nothing: Piece = { html: '', text: '' }

/** One row with its plain text. Nothing that an author wrote passes for a reader's own address. */
export function toPiece<Name extends ComponentName>(
  { template }: MailContext,
  name: Name,
  values: ComponentValues<Name>,
  text: string,
): Piece {
  return { html: withoutPlaceholders(renderRow(template, name, values)), text: withoutPlaceholders(text) }
}

/** A text under a heading, or without one. */
export function toProsePiece(context: MailContext, prose: Prose, heading?: string): Piece {
  const body = markup`<div class="prose">${prose}</div>`
  const text = toNumberedText(prose)
  if (heading === undefined) return toPiece(context, 'overview', { body }, text)
  return toPiece(context, 'themes', { heading, body }, joinBlocks([toTextHeading(heading), text]))
}

/** The beginning of a text that is too long for a mail, with the way to the rest. */
export function toShortPiece(context: MailContext, prose: Prose, href: string, heading?: string): Piece {
  const words = toExcerpt(prose.text, 500)
  const body = markup`<p>${words} <a href="${href}">Read the rest</a></p>`
  const text = joinBlocks([wrapWords(words), toAddressLines('Read the rest', href)])
  if (heading === undefined) return toPiece(context, 'overview', { body }, text)
  return toPiece(context, 'themes', { heading, body }, joinBlocks([toTextHeading(heading), text]))
}

export function joinPieces(pieces: readonly Piece[]): Piece {
  return { html: pieces.map(({ html }) => html).join(''), text: joinBlocks(pieces.map(({ text }) => text)) }
}
