import type { Publication } from '@broadsheet/view'
import { buildFeeds } from './build-feeds.ts'

/** Everything that is built of a publication, as text by path. */
export function buildInMemory(publication: Publication): ReadonlyMap<string, string> {
  const built = new Map<string, Uint8Array>()
  const artifacts = buildFeeds(publication, ({ path, offset, length }) => {
    const bytes = built.get(path)
    if (bytes === undefined) throw new Error(`${path} was not built yet.`)
    return bytes.subarray(offset, offset + length)
  })
  for (const { path, bytes } of artifacts) built.set(path, bytes)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return new Map([...built].map(([path, bytes]) => [path, decoder.decode(bytes)]))
}
