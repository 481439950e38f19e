import type { MarkdownToken } from '@broadsheet/core'
import type { Align, Block, Inline } from './block.ts'
import type { ProseLinks } from './links.ts'
import { removeMarks } from './marks.ts'
import { readInlines } from './read-inlines.ts'

type Cursor = {
  readonly tokens: readonly MarkdownToken[]
  readonly links: ProseLinks
  readonly nextLevel: (level: number) => number
  at: number
}

/**
 * markdown-it's tokens as a tree. Heading levels begin at `headingLevel` and never skip one, whatever the
 * author's were; headings and paragraphs without words are left out.
 */
export function readBlocks(
  tokens: readonly MarkdownToken[],
  context: { readonly links: ProseLinks; readonly headingLevel: number },
): readonly Block[] {
  const nextLevel = levelsFrom(context.headingLevel)
  return readUntil({ tokens, links: context.links, nextLevel, at: 0 }, '')
}

const readers: Readonly<Record<string, (cursor: Cursor, token: MarkdownToken) => Block | undefined>> = {
  paragraph_open: (cursor) => {
    const children = readInlineUntil(cursor, 'paragraph_close')
    return children.length === 0 ? undefined : { kind: 'paragraph', children }
  },
  heading_open: (cursor, token) => {
    const children = readInlineUntil(cursor, 'heading_close')
    if (children.length === 0) return undefined
    return { kind: 'heading', level: cursor.nextLevel(Number(token.tag.slice(1))), children }
  },
  bullet_list_open: (cursor) => ({ kind: 'list', ...readItems(cursor, 'bullet_list_close') }),
  ordered_list_open: (cursor, token) => ({
    kind: 'list',
    start: Number(token.attrGet('start') ?? 1),
    ...readItems(cursor, 'ordered_list_close'),
  }),
  blockquote_open: (cursor) => ({ kind: 'quote', blocks: readUntil(cursor, 'blockquote_close') }),
  fence: (_, token) => ({ kind: 'code', text: removeMarks(token.content) }),
  code_block: (_, token) => ({ kind: 'code', text: removeMarks(token.content) }),
  math_block: (_, token) => ({ kind: 'math', tex: removeMarks(token.content) }),
  hr: () => ({ kind: 'rule' }),
  table_open: readTable,
  inline: (cursor, token) => {
    const children = readInlines(token.children, cursor.links)
    return children.length === 0 ? undefined : { kind: 'paragraph', children }
  },
}

function readUntil(cursor: Cursor, end: string): readonly Block[] {
  const blocks: Block[] = []
  for (let token = take(cursor); token !== undefined && token.type !== end; token = take(cursor)) {
    const block = readers[token.type]?.(cursor, token)
    if (block !== undefined) blocks.push(block)
  }
  return blocks
}

function take(cursor: Cursor): MarkdownToken | undefined {
  return cursor.tokens[cursor.at++]
}

function readInlineUntil(cursor: Cursor, end: string): readonly Inline[] {
  const inlines: Inline[] = []
  for (let token = take(cursor); token !== undefined && token.type !== end; token = take(cursor)) {
    for (const inline of readInlines(token.children, cursor.links)) inlines.push(inline)
  }
  return inlines
}

function readItems(cursor: Cursor, end: string) {
  const items: (readonly Block[])[] = []
  let tight = true
  for (let token = take(cursor); token !== undefined && token.type !== end; token = take(cursor)) {
    const first = cursor.tokens[cursor.at]
    if (first?.type === 'paragraph_open' && !first.hidden) tight = false
    items.push(readUntil(cursor, 'list_item_close'))
  }
  return { tight, items }
}

function readTable(cursor: Cursor): Block {
  const align: (Align | undefined)[] = []
  const rows: (readonly Inline[])[][] = []
  for (let token = take(cursor); token !== undefined && token.type !== 'table_close'; token = take(cursor)) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open') align.push(readAlign(token))
    if (token.type === 'inline') rows.at(-1)?.push(readInlines(token.children, cursor.links))
  }
  const [head = [], ...body] = rows
  return { kind: 'table', align, head, rows: body }
}

function readAlign(token: MarkdownToken): Align | undefined {
  const style = String(token.attrGet('style') ?? '')
  return (['left', 'center', 'right'] as const).find((align) => style.endsWith(align))
}

/** Levels of headings inside a text: the first of a rank stands one below its parent, whatever it was. */
function levelsFrom(first: number): (level: number) => number {
  const parents: number[] = []
  return (level) => {
    while ((parents.at(-1) ?? 0) >= level) parents.pop()
    parents.push(level)
    return Math.min(first + parents.length - 1, 6)
  }
}
