import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parseHTML } from 'linkedom'

/** Every file below a folder, by its path with forward slashes, sorted. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const paths = files.map((file) => relative(folder, file).split(sep).join('/')).sort()
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)),
  )
}

/** A page or a fragment of one as a document. */
export function readHtml(html: string): Document {
  return parseHTML(/<html\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`).document
}

/** The text of an element with white space folded; formulas are left out, since channels write them differently. */
export function textOf(element: Element | null): string {
  if (element === null) return ''
  const copy = readHtml(element.outerHTML).body
  for (const formula of copy.querySelectorAll('math')) formula.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}
