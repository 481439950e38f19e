import { parseInline } from '@broadsheet/core'
import { mayHaveLinks } from './bare-links.ts'
import { spaceAfterColon } from './colon-space.ts'
import { escapeHtml } from './escape-html.ts'
import { renderInlineHtml } from './html.ts'
import { type ProseLinks, toProseLinks } from './links.ts'
import { hasMarks } from './marks.ts'
import { type ProseContext, toHtmlOptions } from './prose-context.ts'
import { readInlines } from './read-inlines.ts'
import { renderInlineText } from './text.ts'
import { translateTex } from './translate-tex.ts'

/** One line, such as a title: HTML of its channel, and plain text where no markup may stand. */
export type Line = { readonly html: string; readonly text: string }

/** A title as a line. It usually stands in a link itself, so addresses in it stay words. */
export function toTitle(markdown: string, context: ProseContext): Line {
  return render(spaceAfterColon(markdown), noLinks, context)
}

/** One line of Markdown with its links, such as a paper's comments. */
export function toLine(markdown: string, context: ProseContext): Line {
  return render(markdown, toProseLinks(context), context)
}

/** Words that should be plain, such as a name, without the TeX and Markdown that they may hold. */
export function toPlainWords(markdown: string): string {
  if (!/[\\`$~{}*<&]|--/.test(markdown)) return markdown
  return renderInlineText(readInlines(parseInline(translateTex(markdown)), noLinks)).trim()
}

// Most titles and names hold nothing that Markdown, TeX or HTML could mean.
const mayHaveMarkup = /[\\`$~*_[<&]|--|##|:\/\//

const noLinks: ProseLinks = { resolve: () => undefined, isKnownId: () => false }

function render(markdown: string, links: ProseLinks, context: ProseContext): Line {
  const line = markdown.replace(/\s+/g, ' ').trim()
  if (!mayHaveMarkup.test(line) && !hasMarks(line) && (links === noLinks || !mayHaveLinks(line)))
    return { html: escapeHtml(line), text: line }
  const source = translateTex(line)
  const inlines = readInlines(parseInline(source), links)
  const options = { ...toHtmlOptions(context), scroll: false }
  const html = renderInlineHtml(inlines, options).replaceAll('<br>', ' ').trim()
  return { html, text: renderInlineText(inlines).replace(/\s+/g, ' ').trim() }
}
