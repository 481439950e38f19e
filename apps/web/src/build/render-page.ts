import { StaticPaths } from 'astro:static-paths'
import type { Artifact } from '@broadsheet/view'
import type { RouteData } from 'astro'
import { createApp } from 'astro/app/entrypoint'
import { href, url } from '../publication.ts'

// The pages as Astro compiled them, where neither Astro's build nor Vite is.
const app = createApp({ streaming: false })

const renderErrorPage = app.renderError.bind(app)

// An error in a page ends the build instead of becoming a page.
app.renderError = async (request, options) => {
  if (options.status !== 500) return renderErrorPage(request, options)
  if (options.response) return options.response
  throw options.error
}

/** One page: its path below the base, as `paths` has it, and the route that renders it. */
export type Page = { readonly path: string; readonly route: RouteData }

/** All pages, each with its `cacheKey` where its module gives one. */
export async function listPages(): Promise<readonly (Page & { readonly cacheKey: string | undefined })[]> {
  const pages = await new StaticPaths(app).getAll()
  return pages.map(({ pathname, route, cacheKey }) => ({ path: toPath(pathname), route, cacheKey }))
}

/** Renders a page as the file that it is published as. */
export async function renderPage({ path, route }: Page): Promise<Artifact> {
  try {
    const response = await app.render(new Request(url(path)), { routeData: route })
    return { path: path === '404/' ? '404.html' : `${path}index.html`, content: await response.bytes() }
  } catch (cause) {
    throw new Error(`The page ${href(path)} cannot be made from ${route.component}: ${String(cause)}`, {
      cause,
    })
  }
}

/** Astro gives `/topics` for the first page of a list and `/topics/2/` for the second. */
function toPath(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '').replace(/(.)$/, '$1/')
}
