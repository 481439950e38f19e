import matter from 'gray-matter'
import { findControlCharacter } from './control-characters.ts'
import type { Finding, Report } from './diagnostic.ts'
import { placeAt } from './place-at.ts'
import { quote } from './quote.ts'
import type { Source } from './source.ts'
import { parseYaml, type YamlEntry, type YamlValue } from './yaml.ts'

/** Front matter as text fields, each with its line, and the body with the 1-based line it starts on. */
export type FrontMatter = {
  readonly fields: ReadonlyMap<string, { readonly value: string; readonly line: number }>
  readonly body: string
  readonly bodyLine: number
}

/** In UTF-16 code units. Some regular expressions of the libraries grow with the square of it. */
export const maximumFrontMatterLength = 16 * 1024

/**
 * Cuts a digest into fields and body. Values are text exactly as written; a list of texts is joined with
 * commas, anything deeper is kept as JSON and reported. Undefined, with an error reported, when there is no
 * front matter, when it does not end, is no YAML or is not safe to read.
 */
export function splitFrontMatter({ text }: Source, report: Report): FrontMatter | undefined {
  const problem = findProblem(text)
  if (problem !== undefined) {
    report(problem)
    return undefined
  }
  const { matter: yaml, content: body } = matter(text, { engines })
  const { entries, findings } = parseYaml(yaml)
  const errors = [...findings, ...entries.flatMap(findInvisible)]
  for (const error of errors) report(error)
  if (errors.length > 0) return undefined
  const fields = new Map(entries.map((entry) => [entry.key, toField(entry, report)]))
  return { fields, body, bodyLine: placeAt(text, text.length - body.length).line }
}

// gray-matter 4.0.3 runs `---js` front matter as code, and without options caches broken YAML as `{}`. Here
// it only cuts: no engine of it reads anything.
const refuse = () => ({})
const engines = { yaml: refuse, json: refuse, javascript: refuse }

/** What keeps gray-matter from cutting where the format says: it looks for `---` whatever follows it. */
function findProblem(text: string): Finding | undefined {
  const [, language] = /^---(?!-)(.*)/.exec(text) ?? []
  if (language === undefined) return problems.missing
  if (language.trim() !== '') return toLanguageProblem(language)
  const end = text.indexOf('\n---', 3)
  if (end === -1) return problems.unclosed
  if (end > maximumFrontMatterLength) return problems.tooLarge
  const [closing = ''] = text.slice(end + 1).split('\n', 1)
  return closing.trimEnd() === '---' ? undefined : toClosingProblem(closing, placeAt(text, end + 1).line)
}

const problems = {
  missing: {
    code: 'front-matter-missing',
    line: 1,
    message: 'The file does not begin with front matter.',
    hint: 'Begin it with a line `---`, then `title: "…"` and `date: 2025-10-16`, then a line `---`.',
  },
  unclosed: {
    code: 'front-matter-unclosed',
    line: 1,
    message: 'The front matter does not end.',
    hint: 'Add a line `---` after its last field.',
  },
  tooLarge: {
    code: 'front-matter-too-large',
    line: 1,
    message: `The front matter has more than ${maximumFrontMatterLength} characters before its end.`,
    hint: 'Move text from the fields into the body, or add the line `---` that ends the fields.',
  },
} as const satisfies Record<string, Finding>

function toLanguageProblem(language: string): Finding {
  return {
    code: 'front-matter-language',
    line: 1,
    column: 4,
    message: `The front matter is marked as ${quote(language)}; only YAML is read.`,
    hint: 'Write `---` alone on the first line and the fields as YAML.',
  }
}

function toClosingProblem(closing: string, line: number): Finding {
  return {
    code: 'front-matter-invalid',
    line,
    message: `The line ${quote(closing)} begins like the end of the front matter.`,
    hint: 'Write `---` alone on the line that ends the front matter, or indent this line.',
  }
}

function toField(entry: YamlEntry, report: Report): { value: string; line: number } {
  const { key, value, line, column } = entry
  const text = toText(value)
  if (text !== undefined) return { value: text, line }
  report({
    code: 'field-not-text',
    line,
    column,
    message: `The field ${quote(key)} holds lists or maps inside each other; it is kept as JSON.`,
    hint: 'Write it as text, or as one list of texts.',
  })
  return { value: JSON.stringify(toPlain(value)), line }
}

function toText(value: YamlValue): string | undefined {
  if (typeof value === 'string') return value
  if (!('list' in value)) return undefined
  const texts = value.list.filter((item) => typeof item === 'string')
  return texts.length === value.list.length ? texts.join(', ') : undefined
}

function toPlain(value: YamlValue): unknown {
  if (typeof value === 'string') return value
  if ('list' in value) return value.list.map(toPlain)
  return Object.fromEntries(value.map.map((entry) => [entry.key, toPlain(entry.value)]))
}

/** YAML escapes can write what a file's bytes may not hold. */
function findInvisible({ key, value, line, column }: YamlEntry): Finding[] {
  const found = findControlCharacter([key, ...listTexts(value)].join('\n'))
  if (found === undefined) return []
  const message = `The field ${quote(key)} holds ${found}.`
  return [{ code: 'control-character', line, column, message, hint: 'Take the escape out of the value.' }]
}

function listTexts(value: YamlValue): string[] {
  if (typeof value === 'string') return [value]
  if ('list' in value) return value.list.flatMap(listTexts)
  return value.map.flatMap((entry) => [entry.key, ...listTexts(entry.value)])
}
