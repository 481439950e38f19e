import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from './compare-text.ts'
import type { SourceBytes } from './files.ts'
import { type ParsedDigest, parseDigest } from './parse-digest.ts'

/** Where parsed digests are kept between runs, and the root of the project whose code parses them. */
export type DigestCachePlaces = { readonly folder: string; readonly root: string }

/**
 * `parseDigest` with a memory: what the same code made of the same file before is read and not made again.
 * `size` is how many files it knows; `close` forgets those that were not asked for.
 */
export type DigestCache = {
  readonly size: number
  readonly parse: (source: SourceBytes) => ParsedDigest
  readonly close: () => void
}

/** Opens a folder that belongs to one content folder. A folder that cannot be written to is no mistake. */
export function openDigestCache({ folder, root }: DigestCachePlaces): DigestCache {
  const parser = hashParser(root).slice(0, 12)
  const known = new Set(listFolder(folder))
  const asked = new Set<string>()
  return {
    size: known
      .keys()
      .filter((name) => name.startsWith(parser))
      .toArray().length,
    parse(source) {
      const name = `${parser}-${hashSource(source)}.json`
      asked.add(name)
      const kept = known.has(name) ? readKept(join(folder, name)) : undefined
      if (kept !== undefined) return kept
      const parsed = parseDigest(source)
      keep(folder, name, parsed)
      return parsed
    },
    close() {
      for (const name of known) if (!asked.has(name)) rmSync(join(folder, name), { force: true })
    },
  }
}

/** What parsing depends on beside the file: our code, the versions of libraries, Node with its Unicode. */
function hashParser(root: string): string {
  const code = join(root, 'packages/core/src')
  const files = listFolder(code).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const hash = createHash('sha256').update(process.version)
  for (const name of files.toSorted(compareText)) hash.update(name).update(readFileSync(join(code, name)))
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

function hashSource({ file, bytes }: SourceBytes): string {
  return createHash('sha256').update(`${file}\0`).update(bytes).digest('hex')
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What another run is just removing, or a bad disk has damaged, is made again. */
function readKept(file: string): ParsedDigest | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Several runs may keep the same file at once: each writes its own and the last one stays. */
function keep(folder: string, name: string, parsed: ParsedDigest): void {
  const draft = join(folder, `.${name}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, JSON.stringify(parsed))
    renameSync(draft, join(folder, name))
  } catch {
    // Without room for a cache the next run parses again. A draft that is left is forgotten then.
  }
}
