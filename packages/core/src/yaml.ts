import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import type { DiagnosticCode, Finding } from './diagnostic.ts'
import { quote } from './quote.ts'

/** A YAML value without types: text as it is written, lists, and maps as lists of their entries. */
export type YamlValue =
  | string
  | { readonly list: readonly YamlValue[] }
  | { readonly map: readonly YamlEntry[] }

/** A key with its value and its 1-based place in the text. */
export type YamlEntry = {
  readonly key: string
  readonly value: YamlValue
  readonly line: number
  readonly column: number
}

/** How many maps and lists may stand inside each other in a field. */
export const maximumYamlDepth = 8

/**
 * One YAML document that is a map at its top. Every scalar is text as written (a date stays a date, `yes`
 * stays `yes`). Tags, anchors, aliases, merge keys, duplicate keys and deep nesting are refused: any finding
 * means that the entries are not to be used.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function parseYaml(text: string): { entries: readonly YamlEntry[]; findings: readonly Finding[] } {
  const lines = new LineCounter()
  // Merge keys are off in the failsafe schema; `silent` would also hide a second document.
  const options = {
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
  } as const
  const document = parseDocument(text, { ...options, logLevel: 'error', lineCounter: lines })
  const reader: Reader = { text: text.split('\n'), lines, findings: [] }
  readErrors(document, reader)
  if (reader.findings.length > 0 || document.contents === null)
    return { entries: [], findings: reader.findings }
  const value = readNode(document.contents, 0, reader)
  if (typeof value === 'object' && 'map' in value) return { entries: value.map, findings: reader.findings }
  if (reader.findings.length === 0) report(noFields, document.contents.range?.[0], reader)
  return { entries: [], findings: reader.findings }
}

type Reader = {
  readonly text: readonly string[]
  readonly lines: LineCounter
  readonly findings: Finding[]
}

/** What is wrong with a line: the message is `words` with the line in place of `%`. */
type Problem = { readonly code: DiagnosticCode; readonly words: string; readonly hint: string }

const noFields: Problem = {
  code: 'front-matter-invalid',
  words: 'The front matter has no fields: %.',
  hint: 'Write each field as `name: value` on a line of its own.',
}

const tooDeep: Problem = {
  code: 'front-matter-too-deep',
  words: `This field holds lists or maps more than ${maximumYamlDepth} deep: %.`,
  hint: 'Write the field as plain text.',
}

const problems: Partial<Record<ErrorCode, Problem>> = {
  RESOURCE_EXHAUSTION: tooDeep,
  TAG_RESOLVE_FAILED: toUnsafe('a tag'),
  DUPLICATE_KEY: {
    code: 'front-matter-duplicate-key',
    words: 'This field is there already: %.',
    hint: 'Keep one of the two lines.',
  },
  BLOCK_AS_IMPLICIT_KEY: toInvalid(
    'a second colon',
    'Put a value that holds a colon in quotes: `title: "First: second"`.',
  ),
  BAD_SCALAR_START: toInvalid(
    'a value that begins with a sign YAML keeps for itself',
    'Put the value in quotes: `title: "@ home"`.',
  ),
  MISSING_CHAR: toInvalid(
    'something missing: a closing quote or bracket, or the colon and space after a name',
    'Write each field as `name: value`, and close what is open.',
  ),
  TAB_AS_INDENT: toInvalid('a tab at its start', 'Indent with spaces.'),
  MULTIPLE_DOCS: toInvalid('no place in the fields, which `...` ended', 'Take the line `...` out of them.'),
}

const notYaml = toInvalid(
  'no meaning in YAML',
  'Write each field as `name: value` at the start of its line, and put values with signs in quotes.',
)

/** One broken sign makes YAML complain about all that follows, so only the first complaint counts. */
function readErrors({ errors, warnings }: Document, reader: Reader): void {
  const [error] = [...errors, ...warnings].toSorted((a, b) => a.pos[0] - b.pos[0])
  if (error !== undefined) report(problems[error.code] ?? notYaml, error.pos[0], reader)
}

/** A line with twenty aliases is one mistake of its author, so a code is reported once for each line. */
function report({ code, words, hint }: Problem, offset: number | undefined, reader: Reader): void {
  const place = toPlace(offset ?? 0, reader.lines)
  if (reader.findings.some((known) => known.line === place.line && known.code === code)) return
  const line = reader.text[place.line - 1] ?? ''
  reader.findings.push({ code, ...place, message: words.replace('%', () => quote(line)), hint })
}

function readNode(node: unknown, depth: number, reader: Reader): YamlValue {
  if (!isNode(node)) return ''
  const unsafe = findUnsafe(node)
  if (unsafe !== undefined) report(unsafe, node.range?.[0], reader)
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : ''
  if (depth > maximumYamlDepth) {
    report(tooDeep, node.range?.[0], reader)
    return ''
  }
  if (isSeq(node)) return { list: node.items.map((item) => readNode(item, depth + 1, reader)) }
  if (isMap(node)) return { map: node.items.map(({ key, value }) => readEntry(key, value, depth, reader)) }
  return ''
}

function readEntry(keyNode: unknown, valueNode: unknown, depth: number, reader: Reader): YamlEntry {
  const key = readNode(keyNode, depth + 1, reader)
  const offset = isNode(keyNode) ? keyNode.range?.[0] : undefined
  if (key === '<<') report(toUnsafe('a merge key'), offset, reader)
  const value = readNode(valueNode, depth + 1, reader)
  return { key: typeof key === 'string' ? key : '', value, ...toPlace(offset ?? 0, reader.lines) }
}

function findUnsafe(node: Node): Problem | undefined {
  if (isAlias(node)) return toUnsafe('an alias')
  return node.anchor === undefined ? undefined : toUnsafe('an anchor')
}

function toUnsafe(what: string): Problem {
  return {
    code: 'front-matter-unsafe',
    words: `The field % has ${what}, which digests may not use.`,
    hint: 'Write the value itself, in quotes if it begins with `!`, `&` or `*`.',
  }
}

function toInvalid(what: string, hint: string): Problem {
  return { code: 'front-matter-invalid', words: `The line % has ${what}.`, hint }
}

function toPlace(offset: number, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
