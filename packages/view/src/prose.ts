import { type MarkdownToken, parseMarkdown } from '@broadsheet/core'
import { renderHtml } from './html.ts'
import { toProseLinks } from './links.ts'
import { onceWhileRecent } from './once.ts'
import { type ProseContext, toHtmlOptions } from './prose-context.ts'
import { readBlocks } from './read-blocks.ts'
import { renderText } from './text.ts'
import { translateTex } from './translate-tex.ts'

/** The links met while a text was rendered, in order; `[1]` is the first. Filled by `Prose.numbered`. */
export type LinkNotes = string[]

/**
 * A text of one or more blocks. `html` is HTML of its channel, safe to insert as it is; `text` is plain
 * text with blank lines between blocks and without addresses; `numbered` is plain text wrapped at
 * `columns` whose links are numbers into `notes`, to which it appends. All three are made when first read.
 */
export type Prose = {
  readonly markdown: string
  readonly html: string
  readonly text: string
  readonly numbered: (notes: LinkNotes, columns: number) => string
}

/** Markdown as its readers see it in one channel. */
export function toProse(markdown: string, context: ProseContext): Prose {
  const blocks = onceWhileRecent(() =>
    readBlocks(parse(markdown), { links: toProseLinks(context), headingLevel: context.headingLevel }),
  )
  let html: string | undefined
  let text: string | undefined
  return {
    markdown,
    get html() {
      html ??= renderHtml(blocks(), toHtmlOptions(context))
      return html
    },
    get text() {
      text ??= renderText(blocks())
      return text
    },
    numbered: (notes, columns) => renderText(blocks(), { notes, columns }),
  }
}

// An abstract is read in its paper, in the description of its page and in its reference, one right after the other.
const recent: { readonly markdown: string; readonly tokens: readonly MarkdownToken[] }[] = []
const limit = 16

function parse(markdown: string): readonly MarkdownToken[] {
  const known = recent.find((one) => one.markdown === markdown)
  if (known !== undefined) return known.tokens
  const tokens = parseMarkdown(translateTex(markdown))
  if (recent.push({ markdown, tokens }) > limit) recent.shift()
  return tokens
}
