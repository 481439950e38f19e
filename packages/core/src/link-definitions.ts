import { sliceLines } from './lines.ts'
import type { Markdown } from './markdown.ts'

/** Link definitions by label, each as the line it is written in: `[repo]: https://…`. */
export type LinkDefinitions = ReadonlyMap<string, string>

const definition = /^ {0,3}\[((?:[^[\]\\]|\\.)+)\]:\s*\S+(\s+("[^"]*"|'[^']*'|\([^()]*\)))?\s*$/

/** All definitions of a file outside code; of two with one label the first counts, as in CommonMark. */
export function definitionsIn(markdown: Markdown): LinkDefinitions {
  if (markdown.labels.size === 0) return new Map()
  const code = new Set(
    markdown.tokens.flatMap((token) => (isCode(token.type) && token.map ? span(token.map) : [])),
  )
  const definitions = toDefinitions(markdown.text.split('\n').filter((_, index) => !code.has(index)))
  // An unsafe address defines nothing: such a line is text.
  return new Map([...definitions].filter(([label]) => markdown.labels.has(label)))
}

/** How many of a part's last lines are definitions, rules or empty; definitions belong to whoever uses them. */
export function countTrailingDefinitions(
  markdown: Markdown,
  rules: ReadonlySet<number>,
  from: number,
  to: number,
): number {
  let end = to
  while (end > from && (rules.has(end - 1) || isDefinitionOrEmpty(sliceLines(markdown, end - 1, end)))) end--
  return to - end
}

/** Appends the definitions that a part uses, in order of use; a part's own win over the file's. */
export function withDefinitions(text: string, all: LinkDefinitions, ownLines: string): string {
  if (all.size === 0) return text
  const own = toDefinitions(ownLines.split('\n'))
  const inPlace = toDefinitions(text.split('\n'))
  const used = new Map<string, string>()
  for (const [, label = ''] of text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)) {
    const key = toKey(label)
    const line = own.get(key) ?? all.get(key)
    if (line !== undefined && !inPlace.has(key)) used.set(key, line)
  }
  return used.size === 0 ? text : `${text}\n\n${[...used.values()].join('\n')}`
}

/**
 * A text that was put together, as reading it again would leave it: rules at its end go, and definitions there stay
 * only when it uses them, each once. Undefined when it is nothing else.
 */
export function settleEnd(text: string): string | undefined {
  const lines = text.split('\n')
  let end = lines.length
  while (end > 0 && isSeparator(lines[end - 1] ?? '')) end--
  // A definition cannot interrupt a paragraph: such a line is words.
  while (end > 0 && definition.test(lines[end] ?? '')) end++
  if (end === 0) return undefined
  const words = lines.slice(0, end).join('\n')
  return withDefinitions(words, toDefinitions(lines.slice(end)), '')
}

function toDefinitions(lines: readonly string[]): Map<string, string> {
  const definitions = new Map<string, string>()
  for (const line of lines) {
    const key = toKey(definition.exec(line)?.[1] ?? '')
    if (key !== '' && !definitions.has(key)) definitions.set(key, line.trim())
  }
  return definitions
}

function toKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

function isSeparator(line: string): boolean {
  return isDefinitionOrEmpty(line) || /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)
}

function isDefinitionOrEmpty(line: string): boolean {
  return line.trim() === '' || definition.test(line)
}

function isCode(type: string): boolean {
  return type === 'fence' || type === 'code_block'
}

function span([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
