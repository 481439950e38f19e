import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

const patience = 10_000

/** A hub that cannot be pinged, or did not take a ping; the message says why. */
export class PingError extends Error {
  override readonly name = 'PingError'
}

/** What stands between this and the network, for tests to stand in. */
export type PingNetwork = {
  readonly resolve: (host: string) => Promise<readonly { readonly address: string }[]>
  readonly isAllowed: (address: string) => boolean
  readonly ca?: string
}

const internet: PingNetwork = {
  resolve: (host) => lookup(host, { all: true }),
  isAllowed: isPublicAddress,
}

/**
 * Tells a WebSub hub that these feeds changed, one after the other; throws `PingError` at the first that it does
 * not take. The hub's name is resolved once and all is sent to that address, so that a name which changes
 * its mind cannot lead inside; no address but a public one is spoken to, and no redirect is followed.
 * @see https://www.w3.org/TR/websub/#publishing
 */
export async function ping(hub: string, feeds: readonly string[], network = internet): Promise<void> {
  const url = new URL(hub)
  if (url.protocol !== 'https:') throw new PingError(`The hub ${hub} is not at an https address.`)
  const address = await resolveHub(url, network)
  for (const feed of feeds) {
    const status = await post(url, address, feed, network)
    if (status >= 300 && status < 400) throw new PingError(`The hub ${hub} redirects, which is not followed.`)
    if (status < 200 || status >= 300) throw new PingError(`The hub ${hub} answered ${status} for ${feed}.`)
  }
}

async function resolveHub({ hostname }: URL, { resolve, isAllowed }: PingNetwork): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const resolved = await resolve(host).catch((cause: unknown) => {
    throw new PingError(`The name of the hub ${host} cannot be resolved.`, { cause })
  })
  const addresses = resolved.map(({ address }) => address)
  const [first] = addresses
  if (first === undefined) throw new PingError(`The hub ${host} has no address.`)
  const inside = addresses.find((address) => !isAllowed(address))
  if (inside !== undefined) throw new PingError(`The hub ${host} is at ${inside}, which is not public.`)
  return first
}

/** The status of the answer; what the hub says besides is not read. */
function post(hub: URL, address: string, feed: string, { ca }: PingNetwork): Promise<number> {
  // `hub.url` is what the first hubs call it, `hub.topic` what later ones do.
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }).toString()
  const name = hub.hostname.replace(/^\[|\]$/g, '')
  const options = {
    host: address,
    port: hub.port || 443,
    path: `${hub.pathname}${hub.search}`,
    method: 'POST',
    agent: false,
    servername: isIP(name) === 0 ? name : '',
    signal: AbortSignal.timeout(patience),
    headers: {
      Host: hub.host,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    },
    ...(ca !== undefined && { ca }),
  }
  return new Promise((answer, fail) => {
    const sent = request(options, (response) => {
      response.destroy()
      answer(response.statusCode ?? 0)
    })
    sent.on('error', (cause) =>
      fail(new PingError(`The hub ${hub.href} cannot be reached: ${cause.message}`, { cause })),
    )
    sent.end(body)
  })
}
