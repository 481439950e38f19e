import type { AstroPrerenderer } from 'astro'
import { type PageThread, startPageThread } from './page-thread.ts'
import type { PageList } from './thread-messages.ts'

/** So many pages are worth a thread of their own. */
const pagesForThread = 100

/** Renders pages in up to `most` threads that run `program`; a page is the same whichever of them renders it. */
export function threadedPrerenderer(program: () => Promise<string>, most: number): AstroPrerenderer {
  const threads: PageThread[] = []
  const shares = new Map<string, PageThread>()
  let list: PageList = { kind: 'list', pages: [], routes: [], shown: new Map() }
  return {
    name: 'broadsheet:page-threads',
    getStaticPaths: async () => {
      const file = await program()
      const first = startPageThread(file)
      threads.push(first)
      list = await first.list()
      const wanted = Math.min(most, Math.ceil(list.pages.length / pagesForThread))
      while (threads.length < wanted) threads.push(startPageThread(file))
      return toPaths(list)
    },
    render: async (request, { routeData }) => {
      const { url } = request
      const thread = chooseThread(threads, shares, list.shown.get(new URL(url).pathname))
      const { body, status, headers } = await thread.render({ url, route: list.routes.indexOf(routeData) })
      return new Response(body, { status, headers })
    },
    teardown: async () => void (await Promise.all(threads.map((thread) => thread.stop()))),
  }
}

function toPaths({ pages, routes }: PageList) {
  return pages.flatMap(({ route: number, ...page }) => {
    const route = routes[number]
    return route === undefined ? [] : [{ ...page, route }]
  })
}

/** The thread with least to do; what shows the same texts goes to the same thread, which renders them once. */
function chooseThread(
  threads: readonly PageThread[],
  shares: Map<string, PageThread>,
  digest: string | undefined,
): PageThread {
  const known = digest === undefined ? undefined : shares.get(digest)
  const thread = known ?? threads.reduce((idlest, other) => (other.waiting < idlest.waiting ? other : idlest))
  if (digest !== undefined) shares.set(digest, thread)
  return thread
}
