import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readMailPage } from './read-mail-page.ts'
import { readSite } from './read-site.ts'
import { type Reply, sendReply, toTextReply } from './reply.ts'
import { parseRequestPath } from './request-path.ts'

const host = '127.0.0.1'

/** Absolute folders of the built site and of the mails, and the base path the site was built for. */
export type PreviewSettings = {
  readonly out: string
  readonly mails: string
  readonly base: string
  /** 0 takes any free port; a port in use gives the next free one. */
  readonly port: number
}

export type Preview = { readonly site: string; readonly mails: string; readonly close: () => Promise<void> }

/** Serves a built publication on this machine alone. `site` and `mails` are the addresses it answers at. */
export async function startPreview(settings: PreviewSettings): Promise<Preview> {
  const server = createServer((request, response) => {
    answer(settings, request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      sendReply(request, response, toTextReply(500, 'text/plain; charset=utf-8', `${reason}\n`))
    })
  })
  const port = await listen(server, settings.port)
  const origin = `http://${host}:${port}`
  return { site: `${origin}${settings.base}`, mails: `${origin}/_mail/`, close: () => close(server) }
}

async function answer(
  settings: PreviewSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  sendReply(request, response, await toReply(settings, request))
}

async function toReply({ out, mails, base }: PreviewSettings, request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return toTextReply(405, 'text/plain; charset=utf-8', 'GET and HEAD only.\n', { Allow: 'GET, HEAD' })
  }
  const path = parseRequestPath(request.url ?? '/')
  if (path?.segments[0] === '_mail') return readMailPage(mails, { ...path, segments: path.segments.slice(1) })
  return readSite({ folder: out, base }, path)
}

// By number: where `localhost` means ::1 too, another server may answer to the name.
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE'
      if (isTaken && port < 65535) resolve(listen(server, port + 1))
      else reject(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
