import { connect, createServer, type Socket } from 'node:net'

/** A line to a database that can be cut, in the middle of a query or between two. */
export type ShakyLine = {
  readonly url: string
  readonly cut: () => void
  /** Half open: nothing comes back on the connections there are, and nobody is told. */
  readonly stall: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function startShakyLine(databaseUrl: string): Promise<ShakyLine> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return void client.destroy()
    const upstream = connect(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    stall: () => {
      for (const socket of sockets) socket.unpipe().resume()
    },
    url: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    cut: () => {
      isCut = true
      drop()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      drop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
