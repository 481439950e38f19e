import type { HtmlOptions } from './html.ts'
import type { LinkContext } from './links.ts'
import { renderMathml, renderMathWords } from './math.ts'

/** Where a text is read. Its headings begin at `headingLevel`. */
export type ProseContext = LinkContext & { readonly headingLevel: number }

// Browsers and feed readers draw MathML; mail clients show its letters in a row.
const htmlOptions = {
  site: { renderMath: renderMathml, scroll: true },
  feed: { renderMath: renderMathml, scroll: false },
  mail: { renderMath: renderMathWords, scroll: false },
} as const satisfies Record<LinkContext['channel'], HtmlOptions>

/** How HTML is written in the channel of a text. */
export function toHtmlOptions(context: ProseContext): HtmlOptions {
  return htmlOptions[context.channel]
}
