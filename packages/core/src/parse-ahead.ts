import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type DigestCachePlaces, isFilled } from './digest-cache.ts'
import { listSources } from './files.ts'
import type { ParseTask } from './parse-thread.ts'

/** Fewer digests than this are parsed before a thread has started. */
const few = 200
const manyThreads = 4

/**
 * Fills an empty cache of digests in as many threads as there are processors, so that `readArchive` finds them all
 * there. It changes nothing but the time that takes.
 */
export async function parseAhead(folder: string, cache: DigestCachePlaces): Promise<void> {
  if (isFilled(cache) || listSources(folder).length < few) return
  const of = Math.min(availableParallelism(), manyThreads)
  const program = new URL('./parse-thread.ts', import.meta.url)
  const threads = Array.from({ length: of }, (_, part) => {
    return new Worker(program, { workerData: { folder, cache, share: { part, of } } satisfies ParseTask })
  })
  await Promise.all(threads.map((thread) => once(thread, 'exit')))
}
