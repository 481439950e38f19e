import { hash } from 'node:crypto'
import type { Frame } from './frame.ts'
import { toBytes } from './to-bytes.ts'

/** Where in a document an item stands, in bytes, and their hash. */
export type Span = {
  readonly id: string
  readonly offset: number
  readonly length: number
  readonly hash: string
}

/** The bytes of a document, and where in it each item stands. */
export function assemble(
  frame: Frame,
  items: readonly { readonly id: string; readonly bytes: Uint8Array }[],
): { readonly bytes: Uint8Array; readonly spans: readonly Span[] } {
  const separator = toBytes(frame.separator)
  const parts = [toBytes(frame.head)]
  const spans: Span[] = []
  let size = parts[0]?.length ?? 0
  for (const [index, { id, bytes }] of items.entries()) {
    const before = index === 0 ? [] : [separator]
    const offset = size + (before[0]?.length ?? 0)
    parts.push(...before, bytes)
    spans.push({ id, offset, length: bytes.length, hash: hash('sha256', bytes, 'base64url') })
    size = offset + bytes.length
  }
  return { bytes: Buffer.concat([...parts, toBytes(frame.tail)]), spans }
}
