import { type Archive, type ArchiveOptions, toArchive } from './archive.ts'
import type { Diagnostic } from './diagnostic.ts'
import { collectAllDiagnostics, sortDiagnostics } from './diagnostics.ts'
import { type DigestCachePlaces, openDigestCache } from './digest-cache.ts'
import { findSources, readSources } from './files.ts'
import { parseDigest } from './parse-digest.ts'
import type { Digest } from './schema.ts'

/** A folder's digests, all that is to be said about them in order of place, and the files not published. */
export type ReadArchive = {
  readonly archive: Archive
  readonly diagnostics: readonly Diagnostic[]
  readonly refused: readonly string[]
}

/**
 * Reads a whole content folder, with a `cache` only what changed since it was read before. An author's mistake is a
 * diagnostic; a folder that is missing throws.
 */
export function readArchive(
  folder: string,
  options: ArchiveOptions & { readonly cache?: DigestCachePlaces },
): ReadArchive {
  const digests: Digest[] = []
  const parsed: Diagnostic[] = []
  const reading = collectAllDiagnostics()
  const cache = options.cache && openDigestCache(options.cache)
  const sources = cache
    ? findSources(folder, reading.reportOf, cache.knows).map(cache.parse)
    : readSources(folder, reading.reportOf).map(parseDigest)
  for (const { digest, diagnostics } of sources) {
    for (const diagnostic of diagnostics) parsed.push(diagnostic)
    if (digest !== undefined) digests.push(digest)
  }
  cache?.close()
  const { archive, diagnostics } = toArchive(digests, options)
  const all = sortDiagnostics([...reading.diagnostics, ...parsed, ...diagnostics])
  return { archive, diagnostics: all, refused: listRefused(all) }
}

function listRefused(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file))]
}
