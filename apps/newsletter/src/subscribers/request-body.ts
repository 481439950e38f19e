import type { IncomingMessage } from 'node:http'

/** Fields of a form, each the first of its name; undefined for a body that is too large or of another type. */
export type Fields = ReadonlyMap<string, string>

/** Reads a form, urlencoded or multipart as RFC 8058 allows both, of at most `limit` bytes. */
export async function readForm(request: IncomingMessage, limit: number): Promise<Fields | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) return undefined
    chunks.push(bytes)
  }
  return parseForm(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'] ?? '')
}

function parseForm(text: string, type: string): Fields | undefined {
  const fields = new Map<string, string>()
  const add = (name: string, value: string) => {
    if (!fields.has(name)) fields.set(name, value)
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    for (const [name, value] of new URLSearchParams(text)) add(name, value)
    return fields
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(type)?.[1]
  if (boundary === undefined) return text === '' ? fields : undefined
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const name = /name="([^"]*)"/i.exec(head)?.[1]
    if (name !== undefined) add(name, rest.join('\r\n\r\n').replace(/\r\n$/, ''))
  }
  return fields
}
