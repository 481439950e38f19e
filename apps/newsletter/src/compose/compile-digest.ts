import { type DigestView, escapeHtml, type Prose } from '@broadsheet/view'
import type { MailContext, Piece } from './mail-content.ts'
import { markup } from './markup.ts'
import { type PaperRow, toPaperRow } from './paper-row.ts'
import { joinPieces, toPiece, toProsePiece, toShortPiece } from './piece.ts'
import { toNumberedText } from './text-part.ts'

/** A digest rendered once for all of its mails: whole, narrowed to preferences, or as a part of a week. */
export type CompiledDigest = {
  readonly view: DigestView
  readonly intro: { readonly whole: Piece; readonly short: Piece }
  readonly disclaimer: readonly Piece[]
  readonly papers: readonly PaperRow[]
  /** Keys of the papers that the TL;DR links, in its order. */
  readonly named: readonly string[]
}

/** Renders every row that a digest can need. */
export function compileDigest(context: MailContext, view: DigestView): CompiledDigest {
  const texts = toIntroTexts(view)
  return {
    view,
    intro: {
      whole: joinPieces(texts.map(({ prose, heading }) => toProsePiece(context, prose, heading))),
      short: joinPieces(texts.map(({ prose, heading }) => toShortPiece(context, prose, view.href, heading))),
    },
    disclaimer: view.disclaimer === undefined ? [] : [toDisclaimer(context, view.disclaimer)],
    papers: view.papers.map((paper) => toPaperRow(context.template, paper, paper.number)),
    named: findNamed(view),
  }
}

type IntroText = { readonly prose: Prose; readonly heading?: string }

function toIntroTexts({ overview, tldr, sections }: DigestView): readonly IntroText[] {
  return [
    ...(overview === undefined ? [] : [{ prose: overview }]),
    ...(tldr === undefined ? [] : [{ prose: tldr, heading: 'In short' }]),
    ...sections.flatMap(({ heading, body }) =>
      body === undefined ? [] : [{ prose: body, heading: heading.text }],
    ),
  ]
}

function toDisclaimer(context: MailContext, prose: Prose): Piece {
  return toPiece(
    context,
    'notice',
    { body: markup`<div class="prose">${prose}</div>` },
    toNumberedText(prose),
  )
}

function findNamed({ tldr, papers }: DigestView): readonly string[] {
  if (tldr === undefined) return []
  const places = papers.map(({ key, digestHref }) => ({
    key,
    at: tldr.html.indexOf(`"${escapeHtml(digestHref)}"`),
  }))
  return places
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ key }) => key)
}
