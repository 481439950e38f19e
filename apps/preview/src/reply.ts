import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a request is answered with, before anything is known of caches and methods. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly modified?: Date
}

/** A reply made of text; `type` is its `Content-Type`. */
export function toTextReply(
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers: { 'Content-Type': type, ...headers }, body: Buffer.from(text) }
}

/** Sends a reply: 304 where the reader already has these bytes, headers alone for HEAD (RFC 9110). */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { body, modified } = reply
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const isPacked = isPackable(request, reply.headers['Content-Type'] ?? '')
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    ...reply.headers,
    ...(reply.status === 200 && { ETag: isPacked ? `W/${tag}` : tag }),
    ...(modified && { 'Last-Modified': modified.toUTCString() }),
  }
  if (reply.status === 200 && isFresh(request, tag, modified)) {
    response.writeHead(304, headers).end()
    return
  }
  const sent = isPacked ? gzipSync(body) : body
  response.writeHead(reply.status, {
    ...headers,
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
    'Content-Length': sent.byteLength,
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

/** Text is sent compressed, as hosts do; pictures and fonts are compressed already. */
function isPackable({ headers }: IncomingMessage, type: string): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) && /^text\/|json|xml|javascript/.test(type)
}

function isFresh({ headers }: IncomingMessage, tag: string, modified: Date | undefined): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  // HTTP dates have whole seconds, file times do not.
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since
}
