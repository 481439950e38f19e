import { workerData } from 'node:worker_threads'
import { type CacheShare, type DigestCachePlaces, openDigestCache } from './digest-cache.ts'
import { findSources } from './files.ts'

/** A content folder and its cache, of which one thread fills a share. */
export type ParseTask = {
  readonly folder: string
  readonly cache: DigestCachePlaces
  readonly share: CacheShare
}

// What cannot be read is reported by who reads the archive.
const { folder, cache, share }: ParseTask = workerData
const { holds, parse, close } = openDigestCache(cache, share)
for (const source of findSources(
  folder,
  () => () => undefined,
  (file) => !holds(file),
))
  if (source.bytes !== undefined) parse(source)
close()
