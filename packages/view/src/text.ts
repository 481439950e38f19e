import type { Block, BlockFields, Inline, InlineFields, NodeOf } from './block.ts'
import { toMathWords } from './math-words.ts'
import { renderTableText } from './table-text.ts'
import { hang, wrapText } from './wrap.ts'

/**
 * `columns` is where lines end; without it paragraphs are one line. With `notes`, links become numbers into
 * it and a paper of the same digest is `→ 3`; without, only a link's words stay.
 */
export type TextOptions = { readonly columns?: number | undefined; readonly notes?: string[] | undefined }

/** Blocks as plain text with an empty line between them: bullets, aligned tables, no mark of Markdown. */
export function renderText(blocks: readonly Block[], options: TextOptions = {}): string {
  return blocks.map((block) => renderBlock(block, options)).join('\n\n')
}

/** Inlines as plain text; a forced line break becomes a line feed. */
export function renderInlineText(inlines: readonly Inline[], options: TextOptions = {}): string {
  let text = ''
  for (const inline of inlines) text += renderInline(inline, options)
  return text
}

function renderBlock<Kind extends keyof BlockFields>(
  block: NodeOf<BlockFields, Kind>,
  options: TextOptions,
): string {
  return blockRenderers[block.kind](block, options)
}

function renderInline<Kind extends keyof InlineFields>(
  inline: NodeOf<InlineFields, Kind>,
  options: TextOptions,
): string {
  return inlineRenderers[inline.kind](inline, options)
}

const blockRenderers: {
  readonly [Kind in keyof BlockFields]: (block: NodeOf<BlockFields, Kind>, options: TextOptions) => string
} = {
  paragraph: ({ children }, options) => wrapText(renderInlineText(children, options).trim(), options.columns),
  heading: ({ children }, options) => wrapText(renderInlineText(children, options).trim(), options.columns),
  list: renderList,
  quote: ({ blocks }, options) =>
    renderText(blocks, narrower(options, 2)).replace(/^(?=(.?))/gm, toQuoteMark),
  code: ({ text }) => hang(text.replace(/\n$/, ''), '    '),
  math: ({ tex }, options) => hang(wrapText(toMathWords(tex), narrower(options, 4).columns), '    '),
  rule: () => '———',
  table: ({ align, head, rows }, options) => {
    const cells = [head, ...rows].map((row) => row.map((cell) => renderInlineText(cell, options).trim()))
    return renderTableText(cells, align, options.columns)
  },
}

const inlineRenderers: {
  readonly [Kind in keyof InlineFields]: (inline: NodeOf<InlineFields, Kind>, options: TextOptions) => string
} = {
  text: ({ text }) => text,
  code: ({ text }) => text,
  math: ({ tex }) => toMathWords(tex),
  break: () => '\n',
  em: ({ children }, options) => renderInlineText(children, options),
  strong: ({ children }, options) => renderInlineText(children, options),
  s: ({ children }, options) => renderInlineText(children, options),
  link: renderLink,
}

function toQuoteMark(_: string, first: string): string {
  return first === '' ? '>' : '> '
}

function renderList(list: NodeOf<BlockFields, 'list'>, options: TextOptions): string {
  const { start } = list
  const items = list.items.map((blocks, index) => {
    const marker = start === undefined ? '• ' : `${start + index}. `
    const parts = blocks.map((block) => renderBlock(block, narrower(options, marker.length)))
    return hang(parts.join(list.tight ? '\n' : '\n\n'), marker)
  })
  return items.join(list.tight ? '\n' : '\n\n')
}

function renderLink(link: NodeOf<InlineFields, 'link'>, options: TextOptions): string {
  const words = renderInlineText(link.children, options)
  if (options.notes === undefined) return words
  if (link.paper !== undefined) return link.bare ? arrow(link.paper) : `${words} (${arrow(link.paper)})`
  const note = `[${toNote(link.href, options.notes)}]`
  return link.bare && words.includes('/') ? note : `${words} ${note}`
}

/** The number of a paper, which no line break parts from its arrow. */
function arrow(paper: number): string {
  return `→\u00a0${paper}`
}

/** The 1-based number of an address among the notes; the same address is noted once. */
function toNote(href: string, notes: string[]): number {
  const known = notes.indexOf(href)
  return known < 0 ? notes.push(href) : known + 1
}

function narrower(options: TextOptions, by: number): TextOptions {
  return options.columns === undefined ? options : { ...options, columns: Math.max(options.columns - by, 16) }
}
