import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

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
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
    ...reply.headers,
    ...(reply.status === 200 && { ETag: tag }),
    ...(modified && { 'Last-Modified': modified.toUTCString() }),
  }
  if (reply.status === 200 && isFresh(request, tag, modified)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(reply.status, { ...headers, 'Content-Length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function isFresh({ headers }: IncomingMessage, tag: string, modified: Date | undefined): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  // HTTP dates have whole seconds, file times do not.
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since
}
