import { tex } from '@mdit/plugin-tex'
import MarkdownIt, {
  type Env,
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
  type Token,
} from 'markdown-it'
import { findLineStarts } from './lines.ts'
import { usePlainStates } from './markdown-state.ts'

export type MarkdownParser = Parser
export type BlockState = StateBlock
export type InlineState = StateInline

/** A markdown-it token. The types `math_inline` and `math_block` carry TeX without its delimiters. */
export type MarkdownToken = Token

/**
 * A text read into blocks. Token maps count lines from 0; line `n` of the text is line `firstLine + n` of its file and
 * begins at `lineStarts[n]`. `labels` are the labels of its link definitions, folded as CommonMark compares them.
 */
export type Markdown = {
  readonly tokens: readonly MarkdownToken[]
  readonly text: string
  readonly lineStarts: readonly number[]
  readonly firstLine: number
  readonly labels: ReadonlySet<string>
}

/** Texts nested deeper than this many tokens are refused before they are rendered. */
export const maximumNesting = 80

const options = { html: false, linkify: false, typographer: false, maxNesting: 2 * maximumNesting }

const blocks = configure(new MarkdownIt('default', options)).disable(['inline'])
const whole = configure(new MarkdownIt('default', options)).use(tex, { delimiters: 'all', render: String })
whole.block.ruler.before('math_block_dollar', 'unclosed_math', readUnclosedMath, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
})

/**
 * Reads blocks only, which is all an outline needs: `inline` tokens keep their source in `content`.
 * Math is not told apart here, so that a formula nobody closed cannot swallow the papers after it.
 */
export function parseBlocks(text: string, { firstLine }: { firstLine: number }): Markdown {
  const env: Env = {}
  const tokens = blocks.parse(text, env)
  return {
    tokens,
    text,
    lineStarts: findLineStarts(text),
    firstLine,
    labels: new Set(Object.keys(env.references ?? {})),
  }
}

/** Reads blocks and inlines; raw HTML stays text, unsafe links stay text, `$…$` and `\(…\)` are math. */
export function parseMarkdown(text: string): readonly MarkdownToken[] {
  return whole.parse(text, {})
}

/** One line of Markdown, such as a title, without any block around it. */
export function parseInline(text: string): readonly MarkdownToken[] {
  return whole.parseInline(text, {}).flatMap((token) => token.children ?? [])
}

function configure(parser: Parser): Parser {
  usePlainStates(parser)
  parser.core.ruler.after('block', 'dashes_separate', ({ tokens }) => separateDashes(tokens))
  return parser
}

/**
 * A line of dashes right under a paragraph is a separator whose author forgot the empty line, not the
 * underline of a heading that is one whole paragraph long.
 */
function separateDashes(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' && token.markup === '-') separate(tokens, index)
  }
}

function separate(tokens: Token[], index: number): void {
  const [open, , close] = tokens.slice(index, index + 3)
  if (open === undefined || close === undefined) return
  const rule: Token = Object.assign(Object.create(Object.getPrototypeOf(open)), open)
  const end = open.map?.[1] ?? 0
  Object.assign(rule, { type: 'hr', tag: 'hr', nesting: 0, map: [end - 1, end] })
  Object.assign(open, { type: 'paragraph_open', tag: 'p', markup: '' })
  Object.assign(close, { type: 'paragraph_close', tag: 'p', markup: '' })
  tokens.splice(index + 3, 0, rule)
}

/**
 * `@mdit/plugin-tex` 0.24 lets `$$` without an end take the rest of the text, across empty lines. TeX allows
 * no empty line in display math, so such a `$$` begins a paragraph.
 */
function readUnclosedMath(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (!lineAt(state, start).startsWith('$$')) return false
  if (lineAt(state, start).trimEnd().slice(2).endsWith('$$')) return false
  let next = start + 1
  for (; next < end && lineAt(state, next).trim() !== ''; next++) {
    if (lineAt(state, next).trimEnd().endsWith('$$')) return false
  }
  if (silent) return false
  const open = state.push('paragraph_open', 'p', 1)
  open.map = [start, next]
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(start, next, state.blkIndent, false).trim()
  inline.map = [start, next]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  state.line = next
  return true
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}
