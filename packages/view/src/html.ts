import type { Block, BlockFields, Inline, InlineFields, NodeOf } from './block.ts'
import { escapeHtml } from './escape-html.ts'

/** What HTML of a channel looks like: how math is written and whether wide things scroll on their own. */
export type HtmlOptions = {
  readonly renderMath: (tex: string, display: boolean) => string
  /** Wraps tables, code and display math so that a keyboard can reach and scroll them. */
  readonly scroll: boolean
}

/** Blocks as HTML: only elements that readers keep, no class, style or id of an author, all text escaped. */
export function renderHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return blocks.map((block) => renderBlock(block, options)).join('\n')
}

/** Inlines as HTML, for a line without any block around it. */
export function renderInlineHtml(inlines: readonly Inline[], options: HtmlOptions): string {
  let html = ''
  for (const inline of inlines) html += renderInline(inline, options)
  return html
}

function renderBlock<Kind extends keyof BlockFields>(
  block: NodeOf<BlockFields, Kind>,
  options: HtmlOptions,
): string {
  return blockRenderers[block.kind](block, options)
}

function renderInline<Kind extends keyof InlineFields>(
  inline: NodeOf<InlineFields, Kind>,
  options: HtmlOptions,
): string {
  return inlineRenderers[inline.kind](inline, options)
}

const blockRenderers: {
  readonly [Kind in keyof BlockFields]: (block: NodeOf<BlockFields, Kind>, options: HtmlOptions) => string
} = {
  paragraph: ({ children }, options) => `<p>${renderInlineHtml(children, options)}</p>`,
  heading: ({ level, children }, options) => `<h${level}>${renderInlineHtml(children, options)}</h${level}>`,
  list: renderList,
  quote: ({ blocks }, options) => `<blockquote>\n${renderHtml(blocks, options)}\n</blockquote>`,
  code: ({ text }, options) => scrollable('Code', `<pre><code>${escapeHtml(text)}</code></pre>`, options),
  math: ({ tex }, options) => scrollable('Formula', `<p>${options.renderMath(tex, true)}</p>`, options),
  rule: () => '<hr>',
  table: renderTable,
}

const inlineRenderers: {
  readonly [Kind in keyof InlineFields]: (inline: NodeOf<InlineFields, Kind>, options: HtmlOptions) => string
} = {
  text: ({ text }) => escapeHtml(text),
  code: ({ text }) => `<code>${escapeHtml(text)}</code>`,
  math: renderInlineMath,
  break: () => '<br>',
  em: ({ children }, options) => `<em>${renderInlineHtml(children, options)}</em>`,
  strong: ({ children }, options) => `<strong>${renderInlineHtml(children, options)}</strong>`,
  s: ({ children }, options) => `<s>${renderInlineHtml(children, options)}</s>`,
  link: ({ href, children }, options) =>
    `<a href="${escapeHtml(href)}">${renderInlineHtml(children, { ...options, scroll: false })}</a>`,
}

/** Browsers break no line inside a formula, so one that may be wider than a phone scrolls. */
function renderInlineMath({ tex }: NodeOf<InlineFields, 'math'>, options: HtmlOptions): string {
  const html = options.renderMath(tex, false)
  const isWide = tex.startsWith('\\displaystyle') || tex.length > 80
  if (!isWide || !options.scroll) return html
  return `<span class="scroll" role="group" tabindex="0" aria-label="Formula">${html}</span>`
}

function renderList(list: NodeOf<BlockFields, 'list'>, options: HtmlOptions): string {
  const items = list.items.map((blocks) => `<li>${renderItem(blocks, list.tight, options)}</li>`).join('\n')
  if (list.start === undefined) return `<ul>\n${items}\n</ul>`
  return `<ol${list.start === 1 ? '' : ` start="${list.start}"`}>\n${items}\n</ol>`
}

function renderItem(blocks: readonly Block[], tight: boolean, options: HtmlOptions): string {
  const parts = blocks.map((block) =>
    tight && block.kind === 'paragraph'
      ? renderInlineHtml(block.children, options)
      : renderBlock(block, options),
  )
  return parts.join('\n')
}

function renderTable(table: NodeOf<BlockFields, 'table'>, options: HtmlOptions): string {
  const head = table.head.map((cell) => renderHeader(renderInlineHtml(cell, options))).join('')
  const rows = table.rows.map((row) => {
    const cells = row.map((cell) => `<td>${renderInlineHtml(cell, options)}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  const body = rows.length === 0 ? '' : `\n<tbody>\n${rows.join('\n')}\n</tbody>`
  return scrollable('Table', `<table>\n<thead>\n<tr>${head}</tr>\n</thead>${body}\n</table>`, options)
}

/** The corner above a column of row names is no header of anything. */
function renderHeader(html: string): string {
  return html === '' ? '<td></td>' : `<th scope="col">${html}</th>`
}

/** A group and not a region, since two regions of one name on a page would be landmarks nobody can tell apart. */
function scrollable(name: string, html: string, { scroll }: HtmlOptions): string {
  return scroll ? `<div class="scroll" role="group" tabindex="0" aria-label="${name}">${html}</div>` : html
}
