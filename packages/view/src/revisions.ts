import { z } from 'zod'
import { type Config, ConfigError } from './config.ts'
import { toDigestId, toPaperId } from './ids.ts'

/** The file beside the digests that remembers what was published; `feed -- revise` writes it. */
export const revisionsFile = 'revisions.json'

const Revision = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  updated: z.iso.datetime().optional(),
})

/**
 * What was published of each digest (`digests/<slug>`) and paper (`papers/<key>`): a hash of its data, and
 * the RFC 3339 instant of its last change; without one it never changed since it was published.
 */
export const Revisions = z.strictObject({ items: z.record(z.string(), Revision) })

export type Revisions = z.infer<typeof Revisions>

/** Reads a revisions file; one that cannot be read stops everything. `file` is named in the error. */
export function parseRevisions(text: string, file: string): Revisions {
  const result = Revisions.safeParse(parseJson(text, file))
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`${file} cannot be used:\n${lines.join('\n')}`, { cause: result.error })
}

/** The instants of last changes by tag URI, as `ViewContext.revisions` takes them. */
export function toRevisionInstants(config: Config, revisions: Revisions): ReadonlyMap<string, string> {
  const instants = Object.entries(revisions.items).flatMap(([key, { updated }]) =>
    updated === undefined ? [] : [[toItemId(config, key), updated] as const],
  )
  return new Map(instants)
}

function toItemId(config: Config, key: string): string {
  const [kind, ...rest] = key.split('/')
  return (kind === 'digests' ? toDigestId : toPaperId)(config, rest.join('/'))
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ConfigError(`${file} is no JSON.`, { cause })
  }
}
