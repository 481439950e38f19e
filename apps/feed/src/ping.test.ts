import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import { afterEach, expect, test } from 'vitest'
import { ping } from './ping.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
const [key, cert] = [fixture('hub.key.pem'), fixture('hub.cert.pem')]
const feed = 'https://broadsheet.example/atom.xml'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

test('A20 posts each feed to the hub, under its name, at the address it was resolved to once', async () => {
  const hub = await startHub(204)
  const resolved: string[] = []
  const resolve = async (host: string) => {
    resolved.push(host)
    return resolved.length === 1 ? [{ address: '127.0.0.1' }] : [{ address: '10.0.0.1' }]
  }
  const other = 'https://broadsheet.example/papers/rss.xml'
  await ping(hub.url, [feed, other], { resolve, isAllowed: () => true, ca: cert })
  expect(resolved).toEqual(['hub.example'])
  expect(hub.requests.map(({ host }) => host)).toEqual([hub.host, hub.host])
  expect(hub.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /hub?a=b',
    'POST /hub?a=b',
  ])
  const bodies = hub.requests.map(({ body }) => new URLSearchParams(body))
  expect(bodies.map((body) => [body.get('hub.mode'), body.get('hub.url')])).toEqual([
    ['publish', feed],
    ['publish', other],
  ])
})

test('A20 follows no redirect', async () => {
  const hub = await startHub(307)
  const sent = ping(hub.url, [feed], { ...local, ca: cert })
  await expect(sent).rejects.toThrow('redirects, which is not followed')
  expect(hub.requests).toHaveLength(1)
})

test('says what a hub answered that did not take the ping', async () => {
  const hub = await startHub(503)
  await expect(ping(hub.url, [feed], { ...local, ca: cert })).rejects.toThrow(`answered 503 for ${feed}`)
})

test('does not speak to a hub whose certificate nobody vouches for', async () => {
  const hub = await startHub(204)
  await expect(ping(hub.url, [feed], local)).rejects.toThrow('cannot be reached')
  expect(hub.requests).toEqual([])
})

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://localhost/',
  'https://2130706433/',
])('A20 refuses %s', async (hub) => expect(ping(hub, [feed])).rejects.toThrow('which is not public'))

test('A20 refuses a hub that has one inside address among public ones', async () => {
  const { isPublicAddress } = await import('./public-address.ts')
  const resolve = async () => [{ address: '1.1.1.1' }, { address: '192.168.0.1' }]
  await expect(ping('https://hub.example/', [feed], { resolve, isAllowed: isPublicAddress })).rejects.toThrow(
    'hub.example is at 192.168.0.1, which is not public',
  )
})

test('refuses plain http', async () => {
  await expect(ping('http://hub.example/', [feed])).rejects.toThrow('not at an https address')
})

const local = { resolve: async () => [{ address: '127.0.0.1' }], isAllowed: () => true }

type Received = {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly host: string | undefined
  readonly body: string
}

async function startHub(status: number) {
  const requests: Received[] = []
  const server = createServer({ key, cert }, async (request, response) => {
    const { method, url, headers } = request
    requests.push({ method, url, host: headers.host, body: await readBody(request) })
    response.writeHead(status, { Location: 'https://hub.example/elsewhere' }).end('thank you')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const host = `hub.example:${typeof address === 'object' ? address?.port : ''}`
  return { url: `https://${host}/hub?a=b`, host, requests }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}
