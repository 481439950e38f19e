import type { TexStep } from './tex-step.ts'

// Keep the time for a text full of openings that nobody closes in proportion to its length.
const longest = 4000
const farthest = 200

/**
 * The math that begins with the dollar at `at`, or undefined for a dollar that is one: without a partner,
 * or money. Display math inside a line becomes inline math, since the parser knows it on lines of its own only.
 */
export function findDollarMath(text: string, at: number): TexStep | undefined {
  if (text.startsWith('$$', at)) return findDisplay(text, at, '$$', '$$')
  if (/^[A-Z]\$\d/.test(text.slice(at - 1, at + 2))) return undefined
  const close = findUnescaped(text, '$', at + 1)
  const content = text.slice(at + 1, close)
  if (close < 0 || content.trim() === '' || isProse(content)) return undefined
  const end = close + 1
  if (!/^\s|\s$/.test(content) && !/\d/.test(text[end] ?? '')) return { markdown: text.slice(at, end), end }
  // The parser takes these dollars for money, which is right unless there is TeX between them.
  return isFormula(content) ? { markdown: `\\(${content.trim()}\\)`, end } : undefined
}

/** The math that begins with `\(` or `\[` at `at`, or undefined when they are brackets of prose. */
export function findBracketMath(text: string, at: number): TexStep | undefined {
  if (text[at + 1] === '[') return findDisplay(text, at, '\\[', '\\]')
  const close = findClose(text, at, '\\(', '\\)')
  if (close < 0 || isProse(text.slice(at + 2, close))) return undefined
  return { markdown: text.slice(at, close + 2), end: close + 2 }
}

function findDisplay(text: string, at: number, open: string, close: string): TexStep | undefined {
  const stop = findClose(text, at, open, close)
  const content = text.slice(at + open.length, stop)
  if (stop < 0 || content.trim() === '' || isProse(content)) return undefined
  if (open === '\\[' && !/[\\^_=<>+]|^\s*\p{L}\s*$/u.test(content)) return undefined
  const end = stop + close.length
  const alone = startsLine(text, at) && /^[ \t]*(?:\n|$)/.test(text.slice(end))
  const inline = content.trim().replace(/\s*\n[ \t>]*/g, ' ')
  return { markdown: alone ? text.slice(at, end) : `\\(\\displaystyle ${inline}\\)`, end }
}

/** Whether only indentation, quote marks and a list marker stand before `at` on its line. */
function startsLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(at - farthest, 0), at)
  return (
    /(?:^|\n)[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(before) &&
    (at <= farthest || before.includes('\n'))
  )
}

/** Money with words after it (`$5 for a run, US$`), or a bracketed remark: words that no formula holds. */
function isProse(content: string): boolean {
  if (/[\\^_={}]/.test(content)) return false
  const words = content.match(/(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}(])/gu)?.length ?? 0
  return /^[~≈]?\d/.test(content) ? words > 0 : words > 1
}

/** `$\sim$30`, `$<$5` or `$ \alpha $`: commands, scripts or signs, and no words beside them. */
function isFormula(content: string): boolean {
  if (/^[^\p{L}\p{N}\s$]+$/u.test(content)) return true
  const bare = content.replace(/\{[^{}]*\}/g, ' ').replace(/\\[a-zA-Z]+/g, ' ')
  return /\\[a-zA-Z]|[\^_]/.test(content) && !/\p{L}{3}/u.test(bare)
}

/** Math holds no other opening of its kind: what opens before it closes is what closes. */
function findClose(text: string, at: number, open: string, close: string): number {
  const from = at + open.length
  const next = open === close ? -1 : findUnescaped(text, open, from)
  return findUnescaped(text, close, from, next < 0 ? longest : next - from)
}

function findUnescaped(text: string, mark: string, from: number, length = longest): number {
  const ahead = text.slice(from, from + length)
  for (let at = ahead.indexOf(mark); at >= 0; at = ahead.indexOf(mark, at + 1)) {
    let slashes = 0
    while (ahead[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return from + at
  }
  return -1
}
