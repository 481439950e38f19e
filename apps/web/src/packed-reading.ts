import { deserialize, serialize } from 'node:v8'
import type { Reading } from './reading.ts'

/** What lies packed: a reading without its texts, and how many bytes each of them takes. */
type Packed = { readonly reading: Reading; readonly lengths: Uint32Array }

/**
 * A reading as bytes that all threads share, from now on without its own texts: the length of what is packed, what
 * is packed, and the texts, which are most of it.
 */
export function packReading(reading: Reading): SharedArrayBuffer {
  const texts = findTexts(reading).map((holder) => {
    const text = Buffer.from(holder.markdown)
    Object.defineProperty(holder, 'markdown', { value: '' })
    return text
  })
  const lengths = Uint32Array.from(texts, ({ length }) => length)
  const head = serialize({ reading, lengths } satisfies Packed)
  const start = Buffer.alloc(4)
  start.writeUInt32LE(head.length)
  const whole = Buffer.concat([start, head, ...texts])
  const shared = new SharedArrayBuffer(whole.length)
  whole.copy(new Uint8Array(shared))
  return shared
}

/** The reading again. A text is taken out of the shared bytes whenever it is read, so that no thread keeps all. */
export function unpackReading(shared: SharedArrayBuffer): Reading {
  const bytes = Buffer.from(shared)
  const end = 4 + bytes.readUInt32LE(0)
  const { reading, lengths }: Packed = deserialize(bytes.subarray(4, end))
  let at = end
  for (const [index, holder] of findTexts(reading).entries()) {
    const from = at
    const to = from + (lengths[index] ?? 0)
    Object.defineProperty(holder, 'markdown', {
      enumerable: true,
      get: () => bytes.toString('utf8', from, to),
    })
    at = to
  }
  return reading
}

type Holder = { readonly markdown: string }

/** What holds a text, in an order that is the same before and after. */
function findTexts({ publication }: Reading): readonly Holder[] {
  const found: Holder[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isHolder(value)) found.push(value)
    else for (const part of Object.values(value)) visit(part)
  }
  for (const digest of publication.archive.digests) visit(digest)
  return found
}

function isHolder(value: object): value is Holder {
  return 'markdown' in value && typeof value.markdown === 'string'
}
