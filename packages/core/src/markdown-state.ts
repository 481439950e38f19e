import { findLabelEnd } from './link-label.ts'
import type { BlockState, InlineState, MarkdownParser, MarkdownToken } from './markdown.ts'

type Nesting = MarkdownToken['nesting']
type ToToken = (type: string, tag: string, nesting: Nesting) => MarkdownToken
type ToState<State extends BlockState | InlineState> = (
  src: string,
  env: State['env'],
  tokens: MarkdownToken[],
) => State

// Every character that an inline rule may begin with, or that ends a link's label.
const special = /[\n\\$`~*_[\]!<&]/g

/**
 * Lets a parser work on states and tokens that are plain objects: markdown-it's classes define each of their fields at
 * run time, which takes longer than all of its rules. Texts have LF line ends. Rules of typography are off; for the
 * others the tokens are the same.
 * @see https://github.com/markdown-it/markdown-it/blob/master/docs/architecture.md
 */
export function usePlainStates(parser: MarkdownParser): void {
  const toToken = makeToToken(new parser.core.State('', parser, {}).Token.prototype)
  const toBlockState = makeToBlockState(parser, toToken)
  const toInlineState = makeToInlineState(parser, toToken)
  parser.helpers = { ...parser.helpers, parseLinkLabel: findLabelEnd }
  parser.core.ruler.disable(['normalize', 'linkify', 'replacements', 'smartquotes'])
  parser.core.ruler.at('block', ({ src, env, tokens, inlineMode }) => {
    if (inlineMode)
      tokens.push(Object.assign(toToken('inline', '', 0), { content: src, map: [0, 1], children: [] }))
    else if (src !== '') {
      const state = toBlockState(src, env, tokens)
      parser.block.tokenize(state, 0, state.lineMax)
    }
  })
  parser.inline.ruler.at('text', readWords)
  parser.core.ruler.at('inline', ({ env, tokens }) => {
    const rules = parser.inline.ruler2.getRules('')
    for (const { type, content, children } of tokens) {
      if (type !== 'inline' || children === null || content === '') continue
      if (findSpecial(content, 0) < content.length) {
        const state = toInlineState(content, env, children)
        parser.inline.tokenize(state)
        for (const rule of rules) rule(state)
      } else children.push(Object.assign(toToken('text', '', 0), { content }))
    }
  })
}

function readWords(state: InlineState, silent: boolean): boolean {
  const end = Math.min(findSpecial(state.src, state.pos), state.posMax)
  if (end <= state.pos) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

/** Where the next special character stands, or the end of the text. */
function findSpecial(text: string, from: number): number {
  special.lastIndex = from
  return special.test(text) ? special.lastIndex - 1 : text.length
}

function makeToToken({ attrIndex, attrPush, attrSet, attrGet, attrJoin }: MarkdownToken): ToToken {
  return (type, tag, nesting) => ({
    type,
    tag,
    attrs: null,
    map: null,
    nesting,
    level: 0,
    children: null,
    content: '',
    markup: '',
    info: '',
    meta: null,
    block: false,
    hidden: false,
    attrIndex,
    attrPush,
    attrSet,
    attrGet,
    attrJoin,
  })
}

function makeToBlockState(md: MarkdownParser, toToken: ToToken): ToState<BlockState> {
  const { Token } = new md.core.State('', md, {})
  const methods: BlockState = md.block.State.prototype
  const { isEmpty, skipEmptyLines, skipSpaces, skipSpacesBack, skipChars, skipCharsBack, getLines } = methods
  const push = makePushBlock(toToken)
  return (src, env, tokens) => {
    const { bMarks, eMarks, tShift, sCount, bsCount, lineMax } = readLines(src)
    return {
      src,
      md,
      env,
      tokens,
      bMarks,
      eMarks,
      tShift,
      sCount,
      bsCount,
      lineMax,
      blkIndent: 0,
      line: 0,
      tight: false,
      listIndent: -1,
      parentType: 'root',
      level: 0,
      Token,
      push,
      isEmpty,
      skipEmptyLines,
      skipSpaces,
      skipSpacesBack,
      skipChars,
      skipCharsBack,
      getLines,
    }
  }
}

function makePushBlock(toToken: ToToken): BlockState['push'] {
  return function push(this: BlockState, type, tag, nesting) {
    const token = toToken(type, tag, nesting)
    token.block = true
    if (nesting < 0) this.level--
    token.level = this.level
    if (nesting > 0) this.level++
    this.tokens.push(token)
    return token
  }
}

type Lines = Pick<BlockState, 'bMarks' | 'eMarks' | 'tShift' | 'sCount' | 'bsCount' | 'lineMax'>

/** Where each line begins and ends, and its indentation in characters and columns. A line more stands for the end. */
function readLines(src: string): Lines {
  const lines: Lines = { bMarks: [], eMarks: [], tShift: [], sCount: [], bsCount: [], lineMax: 0 }
  for (let start = 0; start < src.length; ) {
    const found = src.indexOf('\n', start)
    const end = found < 0 ? src.length : found
    let at = start
    let columns = 0
    for (; at < end; at++) {
      const code = src.charCodeAt(at)
      if (code === 32) columns++
      else if (code === 9) columns += 4 - (columns % 4)
      else break
    }
    // Spaces after the last line feed are no line.
    if (at === src.length) break
    addLine(lines, start, end, at - start, columns)
    start = end + 1
  }
  lines.lineMax = lines.bMarks.length
  addLine(lines, src.length, src.length, 0, 0)
  return lines
}

function addLine(lines: Lines, start: number, end: number, indent: number, columns: number): void {
  lines.bMarks.push(start)
  lines.eMarks.push(end)
  lines.tShift.push(indent)
  lines.sCount.push(columns)
  lines.bsCount.push(0)
}

function makeToInlineState(md: MarkdownParser, toToken: ToToken): ToState<InlineState> {
  const { Token } = new md.core.State('', md, {})
  const { scanDelims } = md.inline.State.prototype
  const pushPending = makePushPending(toToken)
  const push = makePushInline(toToken)
  return (src, env, tokens) => ({
    src,
    env,
    md,
    tokens,
    tokens_meta: [],
    pos: 0,
    posMax: src.length,
    level: 0,
    pending: '',
    pendingLevel: 0,
    cache: {},
    backticks: {},
    backticksScanned: false,
    skipHtmlSpecial: false,
    linkLevel: 0,
    delimiters: [],
    _prev_delimiters: [],
    Token,
    pushPending,
    push,
    scanDelims,
  })
}

function makePushPending(toToken: ToToken): InlineState['pushPending'] {
  return function pushPending(this: InlineState) {
    const token = toToken('text', '', 0)
    token.content = this.pending
    token.level = this.pendingLevel
    this.tokens.push(token)
    this.pending = ''
    return token
  }
}

function makePushInline(toToken: ToToken): InlineState['push'] {
  return function push(this: InlineState, type, tag, nesting) {
    if (this.pending !== '') this.pushPending()
    const token = toToken(type, tag, nesting)
    if (nesting < 0) {
      this.level--
      this.delimiters = this._prev_delimiters.pop() ?? []
    }
    token.level = this.level
    if (nesting > 0) {
      this.level++
      this._prev_delimiters.push(this.delimiters)
      this.delimiters = []
    }
    this.pendingLevel = this.level
    this.tokens.push(token)
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined)
    return token
  }
}
