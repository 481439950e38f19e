import type { MarkdownToken } from '@broadsheet/core'
import { splitBareLinks } from './bare-links.ts'
import type { Emphasis, Inline } from './block.ts'
import { pairLeftoverStrong } from './leftover-strong.ts'
import type { LinkTarget, ProseLinks } from './links.ts'
import { hasMarks, removeMarks, splitMarks } from './marks.ts'

type Frame = {
  readonly kind: 'root' | 'link' | Emphasis
  /** Opened by a private mark, so it may end where no token does. */
  readonly mark: boolean
  readonly link?: {
    readonly target: LinkTarget | undefined
    readonly address: string
    readonly auto: boolean
  }
  readonly children: Inline[]
}

/** `skipped` counts the emphases and links that are open too deep to be told apart. */
type State = { readonly frames: [Frame, ...Frame[]]; readonly links: ProseLinks; skipped: number }

// Nobody sees emphasis in emphasis in emphasis; ten thousand of them would end the program.
const deepest = 20

/** markdown-it's inline tokens as a tree in which every emphasis and link is closed where it belongs. */
export function readInlines(tokens: readonly MarkdownToken[] | null, links: ProseLinks): readonly Inline[] {
  const words = toPlainText(tokens)
  if (words !== undefined) return [{ kind: 'text', text: words }]
  const root: Frame = { kind: 'root', mark: false, children: [] }
  const state: State = { frames: [root], links, skipped: 0 }
  for (const token of tokens ?? []) readers[token.type]?.(token, state)
  while (state.frames.length > 1) unwrap(state)
  return pairLeftoverStrong(root.children)
}

/** Most paragraphs and items are nothing but words. */
function toPlainText(tokens: readonly MarkdownToken[] | null): string | undefined {
  const [only] = tokens ?? []
  if (only?.type !== 'text' || tokens?.length !== 1) return undefined
  const isPlain = only.content !== '' && !notPlain.test(only.content) && !only.content.includes('**')
  return isPlain ? only.content : undefined
}

const readers: Readonly<Record<string, (token: MarkdownToken, state: State) => void>> = {
  text: (token, state) => readText(token.content, state),
  text_special: (token, state) => readText(token.content, state),
  html_inline: (token, state) => readText(token.content, state),
  softbreak: (_, state) => append(state, [{ kind: 'text', text: ' ' }]),
  hardbreak: (_, state) => append(state, [{ kind: 'break' }]),
  code_inline: (token, state) => append(state, readCode(removeMarks(token.content), state)),
  math_inline: (token, state) => append(state, [{ kind: 'math', tex: removeMarks(token.content) }]),
  em_open: (_, state) => push(state, 'em'),
  em_close: (_, state) => close(state, 'em'),
  strong_open: (_, state) => push(state, 'strong'),
  strong_close: (_, state) => close(state, 'strong'),
  s_open: (_, state) => push(state, 's'),
  s_close: (_, state) => close(state, 's'),
  link_open: openLink,
  link_close: (_, state) => close(state, 'link'),
  image: readImage,
}

// One look tells whether a text may hold a private mark or a bare address.
const notPlain = /[/\ue0f0-\ue0f6]|\d\.\d{4}|[wW]{3}\./

function readText(text: string, state: State): void {
  if (text === '') return
  if (!notPlain.test(text)) top(state).children.push({ kind: 'text', text })
  else if (hasMarks(text)) readMarked(text, state)
  else append(state, readWords(text, state))
}

function readMarked(text: string, state: State): void {
  for (const { text: words, mark } of splitMarks(text)) {
    if (mark === undefined) append(state, readWords(words, state))
    else if (mark.opens !== undefined) push(state, mark.opens, true)
    else if (mark.closes !== undefined) closeMark(state, mark.closes)
    else append(state, [{ kind: 'break' }])
  }
}

function readWords(text: string, state: State): readonly Inline[] {
  if (text === '') return []
  if (isInLink(state)) return [{ kind: 'text', text }]
  return splitBareLinks(text, state.links.isKnownId).map((piece) => {
    const target = piece.href === undefined ? undefined : state.links.resolve(piece.href)
    return target === undefined ? { kind: 'text', text: piece.text } : toLink(target, piece.text)
  })
}

/** A Markdown link that its author quoted as code: the words stay code, and the address can be followed. */
function readCode(text: string, state: State): readonly Inline[] {
  const [, words, address] = /^(\[[^\]]*\])\((https?:\/\/[^\s()]+)\)$/.exec(text) ?? []
  const target = address === undefined || isInLink(state) ? undefined : state.links.resolve(address)
  if (words === undefined || address === undefined || target === undefined) return [{ kind: 'code', text }]
  return [
    { kind: 'code', text: words },
    { kind: 'text', text: ' (' },
    toLink({ ...target, label: address }, address),
    { kind: 'text', text: ')' },
  ]
}

function openLink(token: MarkdownToken, state: State): void {
  const address = String(token.attrGet('href') ?? '')
  const target = isInLink(state) ? undefined : state.links.resolve(address)
  const link = { target, address, auto: token.info === 'auto' }
  enter(state, { kind: 'link', mark: false, link, children: [] })
}

/** Pictures are never loaded from elsewhere: a link with the picture's words stands in their place. */
function readImage(token: MarkdownToken, state: State): void {
  const address = String(token.attrGet('src') ?? '')
  const words = token.content.trim()
  const target = isInLink(state) ? undefined : state.links.resolve(address)
  if (target === undefined) append(state, readWords(words, state))
  else if (words === '') append(state, [toLink(target, address)])
  else append(state, [toWordedLink(target, [{ kind: 'text', text: words }])])
}

function close(state: State, kind: Frame['kind']): void {
  if (state.skipped > 0) {
    state.skipped--
    return
  }
  if (!state.frames.some((frame) => frame.kind === kind && !frame.mark)) return
  while (top(state).mark) unwrap(state)
  const frame = state.frames.length > 1 ? state.frames.pop() : undefined
  if (frame === undefined || frame.kind === 'root') return
  const children = pairLeftoverStrong(frame.children)
  if (frame.kind !== 'link') append(state, [{ kind: frame.kind, children }])
  else append(state, toLinks(frame, children))
}

function toLinks(frame: Frame, children: readonly Inline[]): readonly Inline[] {
  if (frame.link?.target === undefined) return children
  const [first, ...rest] = children
  const words = first?.kind === 'text' && rest.length === 0 ? first.text : undefined
  const isAddress = frame.link.auto || children.length === 0 || /^https?:\/\//i.test(words ?? '')
  if (isAddress) return [toLink(frame.link.target, words ?? frame.link.address)]
  return [toWordedLink(frame.link.target, children)]
}

/** A link whose words are its address. */
function toLink(target: LinkTarget, address: string): Inline & { kind: 'link' } {
  const text = removeMarks(target.label ?? address)
  return { ...toWordedLink(target, [{ kind: 'text', text }]), bare: true }
}

function toWordedLink({ href, paper }: LinkTarget, children: readonly Inline[]): Inline & { kind: 'link' } {
  return { kind: 'link', href, ...(paper === undefined ? {} : { paper }), bare: false, children }
}

function closeMark(state: State, kind: Emphasis): void {
  const frame = top(state)
  if (!frame.mark || frame.kind !== kind) return
  state.frames.pop()
  append(state, [{ kind, children: pairLeftoverStrong(frame.children) }])
}

/** A mark that is never closed emphasises nothing. */
function unwrap(state: State): void {
  const frame = state.frames.length > 1 ? state.frames.pop() : undefined
  if (frame !== undefined) append(state, frame.children)
}

function push(state: State, kind: Emphasis, mark = false): void {
  enter(state, { kind, mark, children: [] })
}

/** What a token opens a token closes, so those inside a skipped one are skipped with it. */
function enter(state: State, frame: Frame): void {
  const fits = state.skipped === 0 && state.frames.length <= deepest
  if (fits) state.frames.push(frame)
  else if (!frame.mark) state.skipped++
}

/** One by one: a paragraph may have more inlines than a call may have arguments. */
function append(state: State, inlines: readonly Inline[]): void {
  const { children } = top(state)
  for (const inline of inlines) children.push(inline)
}

function top(state: State): Frame {
  return state.frames.at(-1) ?? state.frames[0]
}

function isInLink(state: State): boolean {
  return state.frames.some((frame) => frame.kind === 'link')
}
