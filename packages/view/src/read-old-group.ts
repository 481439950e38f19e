import { readAccent, readGroup } from '@broadsheet/core'
import type { Emphasis } from './block.ts'
import { toCodeSpan } from './markdown-escape.ts'
import { markEmphasis } from './marks.ts'
import type { TexStep } from './tex-step.ts'

const switches: ReadonlyMap<string, Emphasis | 'code' | 'none'> = new Map([
  ['em', 'em'],
  ['it', 'em'],
  ['sl', 'em'],
  ['itshape', 'em'],
  ['bf', 'strong'],
  ['bfseries', 'strong'],
  ['tt', 'code'],
  ['ttfamily', 'code'],
  ['sc', 'none'],
  ['rm', 'none'],
  ['sf', 'none'],
])

/** Groups that begin with a switch (`{\em word}`) or hold one letter (`{\"o}`); other braces are text. */
export function readOldGroup(
  text: string,
  at: number,
  translate: (tex: string) => string,
): TexStep | undefined {
  if (text[at + 1] !== '\\') return undefined
  const group = readGroup(text, at)
  if (group === undefined) return undefined
  const [command = '', name = ''] = /^\\([a-zA-Z]+)\s*/.exec(group.content) ?? []
  const style = switches.get(name)
  if (style === undefined) return readLetter(group.content, group.end, translate)
  const words = group.content.slice(command.length)
  if (style === 'code') return { markdown: toCodeSpan(words), end: group.end }
  const inner = translate(words)
  return { markdown: style === 'none' ? inner : markEmphasis(inner, style), end: group.end }
}

function readLetter(content: string, end: number, translate: (tex: string) => string): TexStep | undefined {
  const accent = readAccent(content, 0)
  if (accent?.end === content.length) return { markdown: accent.letter, end }
  return /^\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlLij])\s*$/.test(content)
    ? { markdown: translate(content), end }
    : undefined
}
