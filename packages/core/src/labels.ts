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

const labelLine = /^(?:[*_]{1,3})?([\p{Lu}][\p{L}\p{N} /-]{0,39}?)(?:[*_]{1,3})?:(?:[*_]{1,3})?(?:\s+(.*)|)$/u

/**
 * Reads the lines under a paper's title: labels, and the rest as text. A label's value goes on until an
 * empty line or the next label; `**Authors:** A, B` counts like `Authors: A, B`. Inside `Comments:` only a
 * label that the format names begins a new one, since comments hold lines like `Code: https://…`.
 */
export function readLabels(head: RichText | undefined): { labels: LabelLine[]; text?: RichText } {
  const labels: LabelLine[] = []
  const text: { line: number; words: string }[] = []
  let open: LabelLine | undefined
  for (const [index, words] of (head?.markdown ?? '').split('\n').entries()) {
    const line = (head?.line ?? 1) + index
    const label = toLabel(words, line)
    if (label !== undefined && (open?.name !== 'comments' || findName(paperLabels, label.name))) {
      labels.push(label)
      open = label
    } else if (words.trim() === '') {
      open = undefined
      text.push({ line, words })
    } else if (open !== undefined) {
      open = { ...open, value: `${open.value} ${words.trim()}`.trim() }
      labels[labels.length - 1] = open
    } else text.push({ line, words })
  }
  const first = text.findIndex(({ words }) => words.trim() !== '')
  if (first < 0) return { labels }
  const markdown = text
    .slice(first)
    .map(({ words }) => words)
    .join('\n')
    .trimEnd()
  return { labels, text: { markdown, line: text[first]?.line ?? 1 } }
}

function toLabel(words: string, line: number): LabelLine | undefined {
  const [, label, value = ''] = labelLine.exec(words.trimEnd()) ?? []
  if (label === undefined) return undefined
  return { label, name: label.toLowerCase().replace(/\s+/g, ' '), value: value.trim(), line }
}

/**
 * Splits a list of names, made plain, at commas and semicolons outside brackets. A comma before `Jr.`, `III`
 * and the like belongs to the name; `and` before the last name does not. `None` is an empty list.
 */
export function splitNames(written: string): string[] {
  const list = isNone(written) ? '' : toPlainNames(written)
  const names: string[] = []
  for (const part of splitOutsideBrackets(list)) {
    const name = part.trim().replace(/^(?:and|&)\s+/i, '')
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
  return /collaboration|team/i.test(name) ? [name] : name.split(/\s+and\s+/)
}

function splitOutsideBrackets(list: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let index = 0; index < list.length; index++) {
    const character = list[index] ?? ''
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;，；'.includes(character)) {
      parts.push(list.slice(from, index))
      from = index + 1
    }
  }
  parts.push(list.slice(from))
  return depth === 0 ? parts : list.split(/[,;，；]/)
}
