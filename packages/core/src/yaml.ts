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
import type { Finding } from './diagnostic.ts'

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
  const reader: Reader = { lines, findings: readErrors(document, lines) }
  if (reader.findings.length > 0 || document.contents === null)
    return { entries: [], findings: reader.findings }
  const value = readNode(document.contents, 0, reader)
  if (typeof value === 'object' && 'map' in value) return { entries: value.map, findings: reader.findings }
  if (reader.findings.length === 0) reader.findings.push(toNoFields(placeOf(document.contents, lines)))
  return { entries: [], findings: reader.findings }
}

type Reader = { readonly lines: LineCounter; readonly findings: Finding[] }
type Place = { readonly line: number; readonly column: number }

const hints: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds a colon in quotes: `title: "First: second"`.',
  BAD_SCALAR_START: 'Put a value that begins with such a sign in quotes: `title: "@ home"`.',
  MISSING_CHAR: 'Close every quote and bracket, and write one space after each colon.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Begin every field at the start of its line, and close every bracket.',
  MULTIPLE_DOCS: 'Take the line `...` out of the front matter.',
}

/** One broken sign makes YAML complain about all that follows, so only the first complaint counts. */
function readErrors({ errors, warnings }: Document, lines: LineCounter): Finding[] {
  const [error] = [...errors, ...warnings].toSorted((a, b) => a.pos[0] - b.pos[0])
  if (error === undefined) return []
  const place = toPlace(error.pos[0], lines)
  if (error.code === 'RESOURCE_EXHAUSTION') return [toTooDeep(place)]
  if (error.code === 'DUPLICATE_KEY') return [toDuplicate(place)]
  if (error.code === 'TAG_RESOLVE_FAILED') return [toUnsafe('a tag', place)]
  const hint = hints[error.code] ?? 'Write each field as `name: value`, and put values with signs in quotes.'
  const message = `The front matter is no YAML: ${error.message.replace(/\.$/, '')}.`
  return [{ code: 'front-matter-invalid', ...place, message, hint }]
}

function readNode(node: unknown, depth: number, reader: Reader): YamlValue {
  if (!isNode(node)) return ''
  const place = placeOf(node, reader.lines)
  const unsafe = findUnsafe(node)
  if (unsafe !== undefined) reader.findings.push(toUnsafe(unsafe, place))
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : ''
  if (depth > maximumYamlDepth) {
    reader.findings.push(toTooDeep(place))
    return ''
  }
  if (isSeq(node)) return { list: node.items.map((item) => readNode(item, depth + 1, reader)) }
  if (isMap(node)) return { map: node.items.map(({ key, value }) => readEntry(key, value, depth, reader)) }
  return ''
}

function readEntry(keyNode: unknown, valueNode: unknown, depth: number, reader: Reader): YamlEntry {
  const key = readNode(keyNode, depth + 1, reader)
  const place = isNode(keyNode) ? placeOf(keyNode, reader.lines) : { line: 1, column: 1 }
  const name = typeof key === 'string' ? key : ''
  if (name === '<<') reader.findings.push(toUnsafe('a merge key', place))
  return { key: name, value: readNode(valueNode, depth + 1, reader), ...place }
}

function findUnsafe(node: Node): string | undefined {
  if (isAlias(node)) return 'an alias'
  return node.anchor === undefined ? undefined : 'an anchor'
}

function placeOf(node: Node, lines: LineCounter): Place {
  return toPlace(node.range?.[0] ?? 0, lines)
}

function toPlace(offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

function toUnsafe(what: string, place: Place): Finding {
  const message = `The front matter has ${what}, which digests may not use.`
  return {
    code: 'front-matter-unsafe',
    ...place,
    message,
    hint: 'Write the value itself, in quotes if it begins with `!`, `&`, `*` or `<<`.',
  }
}

function toDuplicate(place: Place): Finding {
  const message = 'The front matter has this key twice.'
  return { code: 'front-matter-duplicate-key', ...place, message, hint: 'Keep one of the two lines.' }
}

function toTooDeep(place: Place): Finding {
  const message = `A field holds lists or maps more than ${maximumYamlDepth} deep.`
  return { code: 'front-matter-too-deep', ...place, message, hint: 'Write the field as plain text.' }
}

function toNoFields(place: Place): Finding {
  const message = 'The front matter has no fields.'
  return {
    code: 'front-matter-invalid',
    ...place,
    message,
    hint: 'Write each field as `name: value` on a line of its own.',
  }
}
