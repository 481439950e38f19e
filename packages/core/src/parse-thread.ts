import { workerData } from 'node:worker_threads'
import { type DigestCachePlaces, openDigestCache } from './digest-cache.ts'
import { readSources } from './files.ts'

/** A content folder and its cache, of which one thread parses every `of`-th file, from the one at `part` on. */
export type ParseTask = {
  readonly folder: string
  readonly cache: DigestCachePlaces
  readonly part: number
  readonly of: number
}

// What cannot be read is reported by who reads the archive.
const { folder, cache, part, of }: ParseTask = workerData
const { parse } = openDigestCache(cache)
let place = 0
for (const source of readSources(folder, () => () => undefined)) if (place++ % of === part) parse(source)
