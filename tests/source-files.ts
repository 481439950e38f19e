import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A source file of the project: its path from the root with forward slashes, and its workspace's path. */
export type SourceFile = { readonly path: string; readonly workspace: string; readonly text: string }

/** The project's root folder, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const suffixes = new Set(['.ts', '.astro', '.css', '.js', '.mjs'])
const skipped = new Set(['node_modules', 'fixtures', 'dist', 'outbox'])

/** Every source file of every workspace and of the root, tests among them, fixtures and builds not. */
export function readSourceFiles(): readonly SourceFile[] {
  return listFiles('').map((path) => ({
    path,
    workspace: /^(packages|apps)\/[^/]+|^(tests|bench)/.exec(path)?.[0] ?? '',
    text: readFileSync(join(root, path), 'utf8'),
  }))
}

/** The modules a file imports, types too, in order. */
export function findImports({ path, text }: SourceFile): readonly string[] {
  const scripts = path.endsWith('.astro') ? findScripts(text) : text
  return ts.preProcessFile(scripts, true, true).importedFiles.map(({ fileName }) => fileName)
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (skipped.has(entry.name) || entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return listFiles(path)
    return suffixes.has(extname(entry.name)) ? [path] : []
  })
}

// An Astro file begins with its script between two fences; what a browser runs stands in <script>.
function findScripts(text: string): string {
  const fenced = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? ''
  const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script ?? '')
  return [fenced, ...scripts].join('\n')
}
