import { StaticPaths } from 'astro:static-paths'
import { parentPort } from 'node:worker_threads'
import { createApp } from 'astro/app/entrypoint'
import { href } from '../publication.ts'
import { listShownDigests } from '../shown-digests.ts'
import type { Answer, Page, PageList, RenderedPage, Task } from './thread-messages.ts'

// The program of a page thread, bundled with the pages: answers what a threaded prerenderer asks.
const app = createApp({ streaming: false })
const routes = app.manifest.routes.map(({ routeData }) => routeData)
const renderErrorPage = app.renderError.bind(app)

// As in Astro's own build, an error in a page ends the build instead of becoming a page.
app.renderError = async (request, options) => {
  if (options.status !== 500) return renderErrorPage(request, options)
  if (options.response) return options.response
  throw options.error
}

parentPort?.on('message', async ({ id, page }: Task) => {
  try {
    answer(id, page === undefined ? await listPages() : await renderPage(page))
  } catch (error) {
    answer(id, { kind: 'failure', error, fields: { ...Object(error) } })
  }
})

async function listPages(): Promise<PageList> {
  const shown = listShownDigests()
  const paths = await new StaticPaths(app).getAll()
  const together = Map.groupBy(paths, ({ pathname }) => shown.get(href(`${pathname.slice(1)}/`)))
  const pages = [...together.values()].flat().map(({ pathname, cacheKey, route }) => ({
    pathname,
    ...(cacheKey !== undefined && { cacheKey }),
    route: routes.indexOf(route),
  }))
  return { kind: 'list', pages, routes, shown }
}

async function renderPage({ url, route }: Page): Promise<RenderedPage> {
  const routeData = routes[route]
  if (routeData === undefined) throw new Error(`There is no route for ${url}.`)
  const response = await app.render(new Request(url), { routeData })
  const body = await response.arrayBuffer()
  return { kind: 'page', status: response.status, headers: [...response.headers], body }
}

function answer(id: number, result: Answer['result']): void {
  parentPort?.postMessage({ id, result } satisfies Answer, result.kind === 'page' ? [result.body] : [])
}
