import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { compareText } from './compare-text.ts'
import type { FoundSource } from './files.ts'
import { type ParsedDigest, parseDigest } from './parse-digest.ts'

/** Where parsed digests are kept between runs, and the root of the project whose code parses them. */
export type DigestCachePlaces = { readonly folder: string; readonly root: string }

/** One of `of` programs that fill a cache together, counted from 0. */
export type CacheShare = { readonly part: number; readonly of: number }

/**
 * `parseDigest` with a memory: what the same code made of the same file before is read and not made again. A file whose
 * stamp `knows` need not be read for that. With a share only the files that it `holds` may be asked for. `close` keeps
 * what was asked for and forgets the rest.
 */
export type DigestCache = {
  readonly holds: (file: string) => boolean
  readonly knows: (file: string, stamp: string) => boolean
  readonly parse: (source: FoundSource) => ParsedDigest
  readonly close: () => void
}

/** A file's digest with what tells whether it is still the same. */
type Kept = { readonly sha256: string; readonly stamp: string | undefined; readonly parsed: ParsedDigest }

type Chunk = Map<string, Kept>

/** A digest more changes one chunk of so many, and one is small enough to be read whole. */
const chunkCount = 16

/** Opens a folder that belongs to one content folder. A folder that cannot be written to is no mistake. */
export function openDigestCache(
  { folder, root }: DigestCachePlaces,
  { part, of }: CacheShare = { part: 0, of: 1 },
): DigestCache {
  const parser = hashParser(root)
  const numbers = Array.from({ length: chunkCount }, (_, number) => number).filter(
    (number) => number % of === part,
  )
  const before = new Map(numbers.map((number) => [number, readChunk(join(folder, toName(parser, number)))]))
  const now = new Map(numbers.map((number): [number, Chunk] => [number, new Map()]))
  const find = (file: string) => before.get(toChunk(file))?.get(file)
  return {
    holds: (file) => before.has(toChunk(file)),
    knows: (file, stamp) => find(file)?.stamp === stamp,
    parse(source) {
      const kept = recall(source, find(source.file))
      now.get(toChunk(source.file))?.set(source.file, kept)
      return kept.parsed
    },
    close() {
      for (const [number, chunk] of now)
        if (!isSame(chunk, before.get(number))) writeChunk(folder, toName(parser, number), chunk)
      if (of === 1) forgetOthers(folder, parser)
    },
  }
}

/** Whether this project's code has filled the cache before. */
export function isFilled({ folder, root }: DigestCachePlaces): boolean {
  const parser = hashParser(root)
  return listFolder(folder).some((name) => name.startsWith(parser))
}

/** What parsing depends on beside the file: our code, the versions of libraries, Node with its Unicode. */
function hashParser(root: string): string {
  const code = join(root, 'packages/core/src')
  const files = listFolder(code).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const hash = createHash('sha256').update(process.version)
  for (const name of files.toSorted(compareText)) hash.update(name).update(readFileSync(join(code, name)))
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

function toName(parser: string, number: number): string {
  return `${parser}-${number}`
}

function toChunk(file: string): number {
  return (createHash('sha256').update(file).digest()[0] ?? 0) % chunkCount
}

/** A source without bytes is one that the cache knows. */
function recall({ file, bytes, stamp }: FoundSource, kept: Kept | undefined): Kept {
  if (bytes === undefined) {
    if (kept === undefined) throw new Error(`${file} was not read, and is not known.`)
    return kept
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (kept?.sha256 !== sha256) return { sha256, stamp, parsed: parseDigest({ file, bytes }) }
  return kept.stamp === stamp ? kept : { ...kept, stamp }
}

function isSame(chunk: Chunk, before: Chunk | undefined): boolean {
  return chunk.size === before?.size && chunk.entries().every(([file, kept]) => before.get(file) === kept)
}

/**
 * What another run is just removing, or a bad disk has damaged, is made again. It lies there as V8 writes it, which is
 * read in half of the time that JSON takes.
 */
function readChunk(file: string): Chunk {
  try {
    return new Map(deserialize(readFileSync(file)))
  } catch {
    return new Map()
  }
}

/** Several runs may keep the same chunk at once: each writes its own and the last one stays. */
function writeChunk(folder: string, name: string, chunk: Chunk): void {
  const draft = join(folder, `.${name}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, serialize([...chunk]))
    renameSync(draft, join(folder, name))
  } catch {
    // Without room for a cache the next run parses again.
  }
}

/** What other code made; a draft of the same code may be one that is being written. */
function forgetOthers(folder: string, parser: string): void {
  for (const name of listFolder(folder))
    if (!name.replace(/^\./, '').startsWith(parser))
      rmSync(join(folder, name), { force: true, recursive: true })
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
