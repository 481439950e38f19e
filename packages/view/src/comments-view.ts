import type { Comments } from '@broadsheet/core'
import { type Line, toLine } from './line.ts'
import { once } from './once.ts'
import { type OutsideLink, toOutsideLink } from './outside-link.ts'
import type { ProseContext } from './prose-context.ts'

/** A paper's comments: the whole line with its links, and what could be read out of it. */
export type CommentsView = {
  readonly line: Line
  readonly venue?: string
  readonly pages?: number
  readonly figures?: number
  readonly tables?: number
  readonly links: readonly OutsideLink[]
}

/** Comments as a reader sees them. */
export function toCommentsView(comments: Comments, context: ProseContext): CommentsView {
  const { text, venue, pages, figures, tables, links } = comments
  const line = once(() => toLine(text, context))
  return {
    get line() {
      return line()
    },
    ...(venue !== undefined && { venue: toLine(venue, context).text }),
    ...(pages !== undefined && { pages }),
    ...(figures !== undefined && { figures }),
    ...(tables !== undefined && { tables }),
    links: links.flatMap((address) => toOutsideLink(address) ?? []),
  }
}
