import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { createService, type Desk, type ServiceOptions, type Sql } from '@broadsheet/newsletter'
import { makeDesk } from './desk.ts'

export const site = { title: 'Broadsheet', url: 'https://broadsheet.example', language: 'en' }

export type Visits = {
  readonly url: string
  readonly log: readonly string[]
  readonly desk: Desk
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  readonly post: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>
  readonly close: () => Promise<void>
}

/** The service on a port of its own, and a visitor of it. */
export async function openService(
  sql: Sql,
  options: Partial<ServiceOptions> = {},
  desk = makeDesk(sql),
): Promise<Visits> {
  const log: string[] = []
  const server = createService(desk, {
    site,
    trustProxy: true,
    log: (entry) => log.push(JSON.stringify(entry)),
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`
  return {
    url,
    log,
    desk,
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers }),
    post: (path, fields, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
        redirect: 'manual',
      }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Sends bytes as they are, a piece at a time, and gives what came back until the server hung up. */
export function speak(
  url: string,
  pieces: readonly string[],
  pauseMs = 0,
): Promise<{ readonly answer: string; readonly ms: number }> {
  const { port } = new URL(url)
  const began = Date.now()
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(piece)
        if (pauseMs > 0) await new Promise((next) => setTimeout(next, pauseMs))
      }
    })
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ answer, ms: Date.now() - began }))
  })
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
