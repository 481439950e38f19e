import { basename, posix } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { findImports, readSourceFiles, type SourceFile } from './source-files.ts'

const files = readSourceFiles()
const code = files.filter(({ path }) => path.endsWith('.ts') || path.endsWith('.astro'))
const shipped = code.filter(
  ({ path, workspace }) => /^(packages|apps)\//.test(workspace) && !path.endsWith('.test.ts'),
)

const allowed: Readonly<Record<string, readonly string[]>> = {
  packages: ['@broadsheet/core'],
  apps: ['@broadsheet/core', '@broadsheet/view'],
}

test('imports go from apps to view to core, and never sideways or back', () => {
  const wrong = shipped.flatMap((file) =>
    findOurImports(file)
      .filter((name) => !isAllowed(file.workspace, name))
      .map((name) => `${file.path} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('a workspace is imported by its name alone, and its own files by their path', () => {
  const wrong = code.flatMap((file) =>
    findImports(file)
      .filter((name) => /^@broadsheet\/[^/]+\//.test(name) || leavesWorkspace(file, name))
      .map((name) => `${file.path} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('no workspace imports its own entry', () => {
  const wrong = shipped.filter((file) =>
    findImports(file).some(
      (name) => /^\.{1,2}\/(.*\/)?index\.ts$/.test(name) || name === toName(file.workspace),
    ),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('each library has one importing file in a package', () => {
  const importers = new Map<string, Set<string>>()
  for (const file of shipped) {
    for (const library of findImports(file).map(toLibrary)) {
      if (library === undefined || isEverywhere(file.workspace, library)) continue
      const key = `${library} in ${file.workspace}`
      importers.set(key, (importers.get(key) ?? new Set()).add(file.path))
    }
  }
  const shared = [...importers].filter(([, paths]) => paths.size > 1)
  expect(shared.map(([library, paths]) => `${library}: ${[...paths].join(', ')}`)).toEqual([])
})

test('no file is longer than 250 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 250)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('a file is named after what it does, never after being a drawer', () => {
  const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|types|lib)(\/|\.[a-z]+$)/
  expect(files.filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual([])
})

test('file names are kebab-case, and components PascalCase', () => {
  const wrong = files.filter(({ path }) => !hasNameOfItsKind(path))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('no work is left for later in a comment', () => {
  const marks = /\b(TOD[O]|FIXM[E]|XX[X])\b/
  expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([])
})

test('types are never asserted, `as const` aside, and classes are errors', () => {
  const wrong = shipped.filter(({ path }) => path.endsWith('.ts')).flatMap(findAssertions)
  expect(wrong).toEqual([])
})

function findOurImports(file: SourceFile): readonly string[] {
  return findImports(file).filter((name) => name.startsWith('@broadsheet/'))
}

function isAllowed(workspace: string, name: string): boolean {
  const layer = workspace.split('/')[0] ?? ''
  return workspace !== 'packages/core' && (allowed[layer] ?? []).includes(name)
}

function leavesWorkspace({ path, workspace }: SourceFile, name: string): boolean {
  const target = posix.join(posix.dirname(path), name)
  return name.startsWith('.') && workspace !== '' && !target.startsWith(`${workspace}/`)
}

function toName(workspace: string): string {
  return `@broadsheet/${basename(workspace)}`
}

function toLibrary(name: string): string | undefined {
  if (/^(\.|node:|@broadsheet\/)/.test(name)) return undefined
  return /^(@[^/]+\/)?[^/:]+/.exec(name)?.[0]
}

// Astro, with the Vite in it, is not a library of the site but what its pages are written in.
function isEverywhere(workspace: string, library: string): boolean {
  return library === 'zod' || (workspace === 'apps/web' && ['astro', 'vite'].includes(library))
}

// The names of pages are the site's addresses.
function hasNameOfItsKind(path: string): boolean {
  if (path.startsWith('apps/web/src/pages/')) return true
  const name = basename(path).replace(/(\.(test|config|d))?\.[a-z]+$/, '')
  return path.endsWith('.astro') ? /^[A-Z][A-Za-z]+$/.test(name) : /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)
}

function findAssertions({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isAssertion(node) || isOtherClass(node)) {
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isAssertion(node: ts.Node): boolean {
  return (
    ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type))
  )
}

function isOtherClass(node: ts.Node): boolean {
  if (!ts.isClassLike(node)) return false
  const parents =
    node.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression)) ?? []
  return !parents.some((parent) => ts.isIdentifier(parent) && parent.text.endsWith('Error'))
}
