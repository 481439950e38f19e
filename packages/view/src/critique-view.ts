import { type Critique, type CritiquePiece, splitCritique } from '@broadsheet/core'
import { type Line, toTitle } from './line.ts'
import { once } from './once.ts'
import { type Prose, toProse } from './prose.ts'
import type { ProseContext } from './prose-context.ts'

/** One stretch of a critique: a part with its heading as written, or what stands between the parts. */
export type CritiquePieceView = {
  readonly kind: 'strengths' | 'weaknesses' | 'assessment' | 'rest'
  readonly heading?: Line
  readonly body: Prose
}

/** A critique whole, its known parts, and the whole again cut into its parts and what stands between. */
export type CritiqueView = {
  readonly whole: Prose
  readonly strengths?: Prose
  readonly weaknesses?: Prose
  readonly assessment?: Prose
  readonly pieces: readonly CritiquePieceView[]
}

const parts = ['strengths', 'weaknesses', 'assessment'] as const

/** A critique as a reader sees it. */
export function toCritiqueView(critique: Critique, context: ProseContext): CritiqueView {
  const known = parts.flatMap((part) => {
    const text = critique[part]
    return text === undefined ? [] : [[part, toProse(text.markdown, context)] as const]
  })
  const pieces = once(() => splitCritique(critique.text).map((piece) => toPiece(piece, context)))
  return {
    whole: toProse(critique.text.markdown, context),
    ...Object.fromEntries(known),
    get pieces() {
      return pieces()
    },
  }
}

function toPiece({ kind, heading, body }: CritiquePiece, context: ProseContext): CritiquePieceView {
  return {
    kind,
    ...(heading !== undefined && { heading: toTitle(heading, context) }),
    body: toProse(body.markdown, context),
  }
}
