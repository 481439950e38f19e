import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../deliver/clock.ts'
import type { Desk } from './desk.ts'
import { createLimits, defaultLimits, type LimitRates } from './limits.ts'
import { findNetwork } from './network.ts'
import { renderPage, styleSheet } from './pages.ts'
import { readForm } from './request-body.ts'
import { type Answer, createRoutes, type Route } from './routes.ts'

export type ServiceOptions = {
  readonly site: { readonly title: string; readonly url: string; readonly language: string }
  readonly trustProxy: boolean
  readonly limits?: LimitRates
  /** One line for each request, without token, address or network. */
  readonly log: (entry: {
    readonly route: string
    readonly method: string
    readonly status: number
    readonly error?: string
  }) => void
}

const mostWaiting = 500
/** Rest after a piece of work: so many times as long as it took, at most so many milliseconds. */
const rest = 3
const longestRest = 250

/** The service that takes addresses: forms and answers, no cookies, no scripts, no redirects. Not yet listening. */
export function createService(desk: Desk, options: ServiceOptions): Server {
  const routes = createRoutes(createLimits(options.limits ?? defaultLimits, desk.clock))
  const later = createQueue(desk.clock, (error) =>
    options.log({ route: 'later', method: '', status: 0, error: nameOf(error) }),
  )
  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
    },
    (request, response) => {
      const { name, token } = readPath(request)
      const route = Object.hasOwn(routes, name) ? routes[name] : undefined
      answer(desk, options, { request, route, name, token, later })
        .catch((error: unknown) => {
          options.log({ route: name, method: request.method ?? '', status: 500, error: nameOf(error) })
          return { status: 500, title: 'Something went wrong', body: '<p>Please try again in a while.</p>' }
        })
        .then((result) => {
          send(response, request, result, options)
          options.log({
            route: route === undefined ? 'other' : name,
            method: request.method ?? '',
            status: result.status,
          })
        })
    },
  )
  server.maxRequestsPerSocket = 100
  server.maxConnections = 2_000
  return server
}

type Call = {
  readonly request: IncomingMessage
  readonly route: Route | undefined
  readonly name: string
  readonly token: string
  readonly later: (work: () => Promise<unknown>) => void
}

const notFound = { status: 404, title: 'There is nothing here', body: '' }

async function answer(
  desk: Desk,
  options: ServiceOptions,
  { request, route, name, token, later }: Call,
): Promise<Answer> {
  if (name === 'healthz')
    return { status: 200, json: { ok: (await desk.sql.all('select 1 as ok')).length === 1 } }
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const handle = method === 'GET' ? route?.get : method === 'POST' ? route?.post : undefined
  if (route === undefined) return notFound
  if (handle === undefined) return { status: 405, title: 'Not like this', body: '' }
  const network = findNetwork(request, options.trustProxy)
  if (method === 'GET') return handle(desk, { token, fields: new Map(), network, later })
  if (!isOurForm(request, options, route)) return { status: 403, title: 'This form is not ours', body: '' }
  const fields = await readForm(request, route.bodyLimit)
  if (fields === undefined) return { status: 413, title: 'Too much at once', body: '' }
  return handle(desk, { token, fields, network, later })
}

/** `/leave/TOKEN`: two parts at most, nothing decoded; a token of ours needs no escapes. */
function readPath(request: IncomingMessage): { readonly name: string; readonly token: string } {
  const match = /^\/([a-z]+)(?:\/([\w.-]{1,200}))?\/?(?:\?.*)?$/.exec(request.url ?? '')
  return { name: match?.[1] ?? '', token: match?.[2] ?? '' }
}

/** A browser says where a form came from; ours stand on the site and here. */
function isOurForm(
  request: IncomingMessage,
  { site }: ServiceOptions,
  { isOneClick = false }: Route,
): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return isOneClick || request.headers['sec-fetch-site'] !== 'cross-site'
  // `null` is what a page under `Referrer-Policy: no-referrer` sends, ours among them.
  if (origin === 'null') return request.headers['sec-fetch-site'] !== 'cross-site'
  return origin === new URL(site.url).origin || URL.parse(origin)?.host === host
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  result: Answer,
  { site }: ServiceOptions,
): void {
  const isStyle = request.url === '/style.css'
  const [type, text] = isStyle
    ? ['text/css', styleSheet]
    : 'json' in result
      ? ['application/json', `${JSON.stringify(result.json, null, 2)}\n`]
      : ['text/html', renderPage(result, site)]
  response.writeHead(isStyle ? 200 : result.status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    // What is left of a body that was not read must not be taken for the next request.
    ...(result.status >= 400 && { Connection: 'close' }),
  })
  response.end(request.method === 'HEAD' ? '' : text)
}

/**
 * Work goes on one piece at a time, and the store waits for the disk in it, so that everybody else would wait too.
 * With the rests, three of four who come meanwhile do not notice, however many addresses somebody enters.
 */
function createQueue(clock: Clock, report: (error: unknown) => void): (work: () => Promise<unknown>) => void {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    if (waiting >= mostWaiting) return
    waiting += 1
    last = last
      .then(() => new Promise(setImmediate))
      .then(() => runRested(work, clock))
      .catch(report)
      .finally(() => (waiting -= 1))
  }
}

async function runRested(work: () => Promise<unknown>, clock: Clock): Promise<void> {
  const began = clock.now()
  try {
    await work()
  } finally {
    await clock.sleep(Math.min((clock.now() - began) * rest, longestRest))
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
