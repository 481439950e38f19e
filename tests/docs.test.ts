import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { severities } from '@broadsheet/core'
import { Config } from '@broadsheet/view'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSourceFiles, root, type SourceFile } from './source-files.ts'

const shipped = readSourceFiles().filter(
  ({ path, workspace }) => /^(packages|apps)\//.test(workspace) && !path.endsWith('.test.ts'),
)

test('every diagnostic code has its heading, and every heading its code', () => {
  expect(readHeadings('docs/diagnostics.md')).toEqual(Object.keys(severities).toSorted())
})

test('every setting has its heading, and every heading its setting', () => {
  expect(readHeadings('docs/settings.md', 'Configuration')).toEqual(listSettings(Config).toSorted())
})

test('every environment variable has its heading, and every heading its variable', () => {
  const variables = new Set(shipped.flatMap(({ text }) => findVariables(text)))
  expect(readHeadings('docs/settings.md', 'Environment')).toEqual([...variables].toSorted())
})

test('every flag has its heading, and every heading its flag', () => {
  const flags = new Set(shipped.filter(({ path }) => path.endsWith('.ts')).flatMap(findFlags))
  expect(readHeadings('docs/settings.md', 'Flags')).toEqual([...flags].toSorted())
})

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'])(
  'every npm script that %s names is there',
  (file) => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    const named = [...read(file).matchAll(/npm (?:run )?(?!ci\b|install\b|run\b)([a-z][a-z:]*)/g)].map(
      ([, name]) => name,
    )
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([])
  },
)

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'docs/format.md',
  'docs/deploying.md',
  'docs/publishing.md',
  'docs/mail.md',
  'docs/feeds.md',
  'docs/data.md',
  'docs/settings.md',
  'docs/diagnostics.md',
])('every file that %s links is there', (file) => {
  const prose = read(file).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, link]) => link ?? '')
  for (const link of links) expect(() => read(join(file, '..', link)), link).not.toThrow()
})

test.each(['README.md', 'docs/mail.md'])('every test that %s names by its id is there', (file) => {
  const named = [...read(file).matchAll(/\b[DAB]\d+\b/g)].map(([id]) => id)
  const titles = readSourceFiles().filter(({ path }) => /^tests\/delivery\/.*\.test\.ts$/.test(path))
  const missing = named.filter((id) => !titles.some(({ text }) => text.includes(`'${id} `)))
  expect(named.length).toBeGreaterThan(0)
  expect(missing).toEqual([])
})

/** Level-3 headings of a page, or of one level-2 section of it, sorted; code marks around them are gone. */
function readHeadings(file: string, section?: string): readonly string[] {
  const page = read(file)
  const part = section ? page.split(/^## /m).find((each) => each.startsWith(`${section}\n`)) : page
  return [...(part ?? '').matchAll(/^### `?(.+?)`?$/gm)].map(([, heading]) => heading ?? '').toSorted()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function listSettings(schema: unknown, path = ''): readonly string[] {
  if (schema instanceof z.ZodObject) {
    const prefix = path === '' ? '' : `${path}.`
    return Object.entries(schema.shape).flatMap(([key, value]) => listSettings(value, `${prefix}${key}`))
  }
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault
  return isWrapped ? listSettings(schema.unwrap(), path) : [path]
}

// `import.meta.env` is Vite's own.
function findVariables(text: string): readonly string[] {
  const named = [...text.matchAll(/(?<!meta\.)\benv(?:ironment)?(?:\.|\[['"])([A-Z][A-Z0-9_]+)/g)]
  const taken = [...text.matchAll(/\{([^{}]*)\} = (?:process\.)?env\b/g)]
  return [
    ...named.map(([, name]) => name ?? ''),
    ...taken.flatMap(([, names = '']) => [...names.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)].map(([name]) => name)),
  ]
}

/** The flags of `parseArgs` tables: properties like `json: { type: 'boolean' }`. */
function findFlags({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const flags: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && isFlag(node.initializer)) flags.push(`--${readName(node.name)}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return flags
}

function isFlag(value: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(value)) return false
  return value.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      readName(property.name) === 'type' &&
      ts.isStringLiteral(property.initializer) &&
      ['boolean', 'string'].includes(property.initializer.text),
  )
}

function readName(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ''
}
