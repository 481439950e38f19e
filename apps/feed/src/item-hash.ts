import { createHash } from 'node:crypto'
import type { Digest, Paper } from '@broadsheet/core'

// Where a text stands in its file, and what no reader is shown.
const unseen = new Set(['line', 'source', 'fields', 'pleasantries', 'opening'])

/**
 * Sixteen hex digits of the SHA-256 of an item's data. They change when what a reader is shown changes, and
 * neither when something above it in the file does nor with the order of keys.
 */
export function toItemHash(item: Digest | Paper): string {
  const text = JSON.stringify(item, (_, value: unknown) => toSeen(value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function toSeen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const seen = Object.entries(value).filter(([key]) => !unseen.has(key))
  return Object.fromEntries(seen.sort(([a], [b]) => (a < b ? -1 : 1)))
}
