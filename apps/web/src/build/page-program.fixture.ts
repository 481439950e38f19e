import { parentPort, threadId } from 'node:worker_threads'
import type { Answer, PageList, Task } from './thread-messages.ts'

// A page thread that renders which thread it is: sixty digests with four pages each, and pages of no digest.
const digests = Array.from({ length: 60 }, (_, index) => `d${index}`)
const paths = digests.flatMap((digest) => [1, 2, 3, 4].map((page) => `/${digest}-${page}`))
const list: PageList = {
  kind: 'list',
  pages: ['/a', '/b', ...paths].map((pathname) => ({ pathname, route: 0 })),
  routes: [toRoute()],
  shown: new Map(paths.map((path) => [`${path}/`, path.replace(/^\/|-\d$/g, '')])),
}

parentPort?.on('message', ({ id, page }: Task) => {
  if (page === undefined) return answer(id, list)
  if (page.url.endsWith('/b/'))
    return answer(id, { kind: 'failure', error: new Error('no b'), fields: { hint: 'a' } })
  const body = new TextEncoder().encode(String(threadId)).buffer
  answer(id, { kind: 'page', status: 200, headers: [], body })
})

function answer(id: number, result: Answer['result']): void {
  parentPort?.postMessage({ id, result } satisfies Answer)
}

function toRoute(): PageList['routes'][number] {
  return {
    route: '/[page]',
    component: 'src/pages/[page].astro',
    params: ['page'],
    distURL: [],
    pattern: /^\/([^/]+)\/$/,
    segments: [],
    type: 'page',
    prerender: true,
    fallbackRoutes: [],
    isIndex: false,
    origin: 'project',
  }
}
