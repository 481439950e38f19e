import { readAccent, readGroup, readOptionGroup } from '@broadsheet/core'
import { toCodeSpan } from './markdown-escape.ts'
import { letterCommands, texCommands } from './tex-commands.ts'
import { findBracketMath } from './tex-math.ts'
import { keep, type TexStep } from './tex-step.ts'

/** A command, an accent, a space or math of TeX; what Markdown escapes with a backslash stays escaped. */
export function readBackslash(text: string, at: number, translate: (tex: string) => string): TexStep {
  const mark = text[at + 1] ?? ''
  const accent = readAccent(text, at)
  if (accent !== undefined) return { markdown: accent.letter, end: accent.end }
  if (/^\\[~^]\{\}/.test(text.slice(at, at + 4))) return { markdown: `\\${mark}`, end: at + 4 }
  if (/[a-zA-Z]/.test(mark)) {
    return readVerbatim(text, at) ?? readEnvironment(text, at) ?? readCommand(text, at, translate)
  }
  return (
    punctuation[mark]?.(text, at, translate) ??
    keep(text, at, mark === '' || /[\p{L}\p{N}]/u.test(mark) ? 1 : 2)
  )
}

const punctuation: Readonly<
  Record<string, (text: string, at: number, translate: (tex: string) => string) => TexStep | undefined>
> = {
  // A bare bracket could end a link that the author did not mean.
  '(': (text, at) => findBracketMath(text, at) ?? { markdown: '&#40;', end: at + 2 },
  '[': (text, at) => findBracketMath(text, at) ?? { markdown: '&#91;', end: at + 2 },
  '\\': readDouble,
  ',': (_, at) => ({ markdown: '\u202f', end: at + 2 }),
  ' ': (_, at) => ({ markdown: ' ', end: at + 2 }),
  '@': (_, at) => ({ markdown: '', end: at + 2 }),
  '-': (text, at) =>
    /^\p{L}\\-\p{L}/u.test(text.slice(Math.max(at - 1, 0))) ? { markdown: '', end: at + 2 } : undefined,
}

/** A line break of TeX, a command that was escaped once too often, or an escaped backslash. */
function readDouble(text: string, at: number, translate: (tex: string) => string): TexStep | undefined {
  const rest = text.slice(at + 2, at + 40)
  if (/^[a-zA-Z]+\*?\{/.test(rest)) return readCommand(text, at + 1, translate)
  const [skip] = /^(?:\[[\d.]+[a-z]{2}\])?(?=\s|$)/.exec(rest) ?? []
  return skip === undefined ? undefined : { markdown: ' ', end: at + 2 + skip.length }
}

function readVerbatim(text: string, at: number): TexStep | undefined {
  const match = /^\\verb\*?([^a-zA-Z\s*{])(.*?)\1/.exec(text.slice(at, at + 400))
  return match === null ? undefined : { markdown: toCodeSpan(match[2] ?? ''), end: at + match[0].length }
}

const environments: ReadonlyMap<string, string> = new Map([
  ['equation', ''],
  ['displaymath', ''],
  ['math', ''],
  ['align', 'aligned'],
  ['alignat', 'aligned'],
  ['eqnarray', 'aligned'],
  ['gather', 'gathered'],
  ['multline', 'gathered'],
])

/** Displayed equations become math; other environments lose their frame and keep their text. */
function readEnvironment(text: string, at: number): TexStep | undefined {
  const [open = '', name = ''] = /^\\begin\{([a-z]+)\*?\}/.exec(text.slice(at, at + 40)) ?? []
  const inner = environments.get(name)
  if (inner === undefined) return undefined
  const close = open.replace('begin', 'end')
  const length = text.slice(at, at + 4000).indexOf(close)
  if (length < 0) return undefined
  const stop = at + length
  const tex = text
    .slice(at + open.length, stop)
    .trim()
    .replace(/\s*\n[ \t>]*/g, ' ')
  const whole = inner === '' ? tex : `\\begin{${inner}}${tex}\\end{${inner}}`
  return { markdown: `\\(\\displaystyle ${whole}\\)`, end: stop + close.length }
}

function readCommand(text: string, at: number, translate: (tex: string) => string): TexStep {
  const [whole = '', name = ''] = /^\\([a-zA-Z]+)\*?/.exec(text.slice(at, at + 60)) ?? []
  let end = at + whole.length
  const group = (): string | undefined => {
    const found = readGroup(text, end)
    // A group that nobody closes loses its brace; its text is read as text.
    if (found === undefined && text[end] === '{') end++
    end = found?.end ?? end
    return found?.content
  }
  const option = (): string | undefined => {
    const found = readOptionGroup(text, end)
    end = found?.end ?? end
    return found?.content
  }
  const command = texCommands.get(name)
  if (command !== undefined) {
    const markdown = command({ group, option, translate, before: text[at - 1] ?? '' })
    return { markdown, end: skipAfter(name, text, end) }
  }
  if (text.startsWith('{}', end)) return { markdown: name, end: end + 2 }
  if (text[end] !== '{')
    return keepsName(name, text[at - 1]) ? keep(text, at, whole.length) : { markdown: name, end }
  const words: string[] = []
  while (text[end] === '{') words.push(translate(group() ?? ''))
  return { markdown: words.join(' '), end }
}

/** An empty group or, after a letter, a space does no more than end the name. */
function skipAfter(name: string, text: string, end: number): number {
  if (text.startsWith('{}', end)) return end + 2
  return letterCommands.has(name) && text[end] === ' ' ? end + 1 : end
}

/** `\n` and `C:\Users` are no commands. */
function keepsName(name: string, before: string | undefined): boolean {
  return name.length === 1 || /[\w:\\/"]/.test(before ?? ' ')
}
