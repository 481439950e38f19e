import { settleEnd } from './link-definitions.ts'
import { toPlainNames } from './plain-names.ts'
import type { RichText } from './schema.ts'
import { findName, paperLabels } from './section-names.ts'
import { decodeTexLetters } from './tex-letters.ts'

/** A `Label: value` line with the lines that it wraps over joined by spaces. */
export type LabelLine = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly line: number
}

const labelLine =
  /^(?:[*_]{1,3})?((?:\p{Lu}|arX)[\p{L}\p{N} /-]{0,39}?)(?:[*_]{1,3})?:(?:[*_]{1,3})?(?:\s+(.*)|)$/u
// An empty line or a rule between labels.
const edge = /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/
const listMark = /^\s*[-*+•]\s+/
// A bullet, an icon, or both: some publishers write their labels as a list, or dress them up.
const dress = /^\s*(?:[-*+•]\s+)?(?:[\p{So}\p{Emoji_Presentation}][\u200d\ufe0f]?)*\s*/u
const known = Object.keys(paperLabels).join('|')
const nextInLine = new RegExp(
  `(?<!\\s)\\s+(?:[|·•]\\s+)?(?=(?:\\*\\*|__)\\p{Lu}[\\p{L}\\p{N} /-]{0,39}(?::(?:\\*\\*|__)|(?:\\*\\*|__):))|(?<!\\s)\\s+[|·•]\\s+(?=(?:${known}):)`,
  'iu',
)

/**
 * Reads the lines under a paper's title: labels, and the rest as text. A label's value goes on until an
 * empty line or the next label; `**Authors:** A, B` and `- Authors: A, B` count like `Authors: A, B`, and so
 * do several on one line. Inside `Comments:` only a label that the format names begins a new one, since
 * comments hold lines like `Code: https://…`.
 */
export function readLabels(head: RichText | undefined): { labels: LabelLine[]; text?: RichText } {
  const labels: LabelLine[] = []
  const text: Line[] = []
  let open: { label: LabelLine; words: string[] } | undefined
  for (const { line, words } of toLines(head)) {
    const label = toLabel(words, line)
    if (label !== undefined && (open?.label.name !== 'comments' || isKnown(label))) {
      close(open, labels)
      open = { label, words: label.value === '' ? [] : [label.value] }
    } else if (words.trim() === '') {
      close(open, labels)
      open = undefined
      text.push({ line, words })
    } else if (open !== undefined) open.words.push(withoutBreak(words))
    else text.push({ line, words })
  }
  close(open, labels)
  return { labels, ...toRest(text) }
}

type Line = { readonly line: number; readonly words: string }

function toLines(head: RichText | undefined): Line[] {
  return (head?.markdown ?? '').split('\n').flatMap((words, index) => {
    const line = (head?.line ?? 1) + index
    return splitLine(words).map((piece) => ({ line, words: piece }))
  })
}

/** A line that begins with a label may hold further ones: `**Authors:** A | **Keywords:** x`. */
function splitLine(words: string): string[] {
  if (!words.includes(':') || toLabel(words, 1) === undefined) return [words]
  const [front = ''] = dress.exec(words) ?? []
  const [first = '', ...others] = words.slice(front.length).split(nextInLine)
  return [front + first, ...others]
}

function toLabel(words: string, line: number): LabelLine | undefined {
  return matchLabel(words, line) ?? toDressedLabel(words, line)
}

function matchLabel(words: string, line: number): LabelLine | undefined {
  const [, label, value = ''] = labelLine.exec(withoutBreak(words)) ?? []
  if (label === undefined) return undefined
  return { label, name: label.toLowerCase().replace(/\s+/g, ' '), value: value.trim(), line }
}

/** Behind a bullet or an icon, only what the format names or what is bold is a label. */
function toDressedLabel(words: string, line: number): LabelLine | undefined {
  const bare = words.replace(dress, '')
  const label = bare === words ? undefined : matchLabel(bare, line)
  return label !== undefined && (isKnown(label) || /^[*_]{2}/.test(bare)) ? label : undefined
}

function isKnown({ name }: LabelLine): boolean {
  return findName(paperLabels, name) !== undefined
}

/** A backslash or `<br>` at the end of a line breaks it, and is no part of its value. */
function withoutBreak(words: string): string {
  return words
    .trimEnd()
    .replace(/(?:\\|<br ?\/?>)$/i, '')
    .trim()
}

/** Names and keywords below their label may be a list. */
function close(open: { label: LabelLine; words: string[] } | undefined, labels: LabelLine[]): void {
  if (open === undefined) return
  const { label, words } = open
  const isList = words.length > 0 && label.value === '' && words.every((each) => listMark.test(each))
  const value = isList ? words.map((each) => each.replace(listMark, '')).join(', ') : words.join(' ')
  labels.push({ ...label, value })
}

function toRest(text: readonly Line[]): { text?: RichText } {
  const first = text.findIndex(({ words }) => !edge.test(words))
  if (first < 0) return {}
  const last = text.findLastIndex(({ words }) => !edge.test(words))
  const rest = text.slice(first, last + 1).map(({ words }) => words)
  const markdown = settleEnd(rest.join('\n').trimEnd())
  return markdown === undefined ? {} : { text: { markdown, line: text[first]?.line ?? 1 } }
}

// Says that there are more authors, and names none of them.
const others =
  /^(?:others|\d+ (?:others|more))$|(?:^|\s)(?:et(?: |\. ?)al\.?|and (?:others|\d+ (?:others|more)))$/i

/**
 * Splits a list of names, made plain, at commas and semicolons outside brackets. A comma before `Jr.`, `III`
 * and the like belongs to the name; `and` before the last name does not. `et al.` and
 * `and others` name nobody, and `None` is an empty list.
 */
export function splitNames(written: string): string[] {
  const list = isNone(written) ? '' : toPlainNames(written)
  const names: string[] = []
  for (const part of splitOutsideBrackets(list)) {
    const name = part
      .trim()
      .replace(/^(?:and|&)\s+/i, '')
      .replace(others, '')
      .trimEnd()
    const previous = names.at(-1)
    if (previous !== undefined && /^(?:Jr|Sr|II|III|IV)\.?$/.test(name))
      names[names.length - 1] = `${previous}, ${name}`
    else if (name !== '')
      names.push(...(names.length === 0 && !list.includes(',') ? splitAtAnd(name) : [name]))
  }
  return names
}

/** Splits a list of keywords at commas and semicolons outside brackets; `None` is an empty list. */
export function splitKeywords(list: string): string[] {
  return splitOutsideBrackets(decodeTexLetters(list)).flatMap((part) => {
    const keyword = part.trim().replace(/\.$/, '')
    return keyword === '' || isNone(keyword) ? [] : [keyword]
  })
}

/** Whether a value says that there is none: `None`, `N/A`, a dash or nothing. */
export function isNone(value: string): boolean {
  return /^(?:none|n\/a|-+|–|—|)\.?$/i.test(value.trim())
}

function splitAtAnd(name: string): string[] {
  return /collaboration|team/i.test(name) ? [name] : name.split(/(?<!\s)\s+and\s+/)
}

const separator = /[,;，；]/
const bracket = /[([{)\]}]/
const separatorOrBracket = /[,;，；([{)\]}]/g

function splitOutsideBrackets(list: string): string[] {
  if (!bracket.test(list)) return list.split(separator)
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (const { 0: mark, index } of list.matchAll(separatorOrBracket)) {
    if ('([{'.includes(mark)) depth++
    else if (')]}'.includes(mark)) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      parts.push(list.slice(from, index))
      from = index + 1
    }
  }
  parts.push(list.slice(from))
  return depth === 0 ? parts : list.split(separator)
}
