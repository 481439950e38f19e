import { Agent, request } from 'node:http'

/** Somebody at the service's form, on one connection; `network` is what a proxy would say about them. */
export type Visitor = {
  readonly subscribe: (email: string, network: string) => Promise<void>
  readonly close: () => void
}

/** Resolves with the end of the answer, which is the same for everybody. */
export function openVisitor(port: number): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const subscribe = (email: string, network: string) => {
    const body = new URLSearchParams({ email }).toString()
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': body.length,
      'X-Forwarded-For': network,
    }
    return new Promise<void>((resolve, reject) => {
      const options = { port, path: '/subscribe', method: 'POST', agent, headers }
      const call = request(options, (response) => {
        if (response.statusCode !== 202) reject(new Error(`The service answered ${response.statusCode}.`))
        response.resume()
        response.on('end', resolve)
      })
      call.on('error', reject)
      call.end(body)
    })
  }
  return { subscribe, close: () => agent.destroy() }
}
