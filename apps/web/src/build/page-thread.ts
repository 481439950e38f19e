import { Worker } from 'node:worker_threads'
import type { Answer, Page, PageList, RenderedPage, Task } from './thread-messages.ts'

/** A thread that lists and renders pages. `waiting` counts what it was asked and has not answered. */
export type PageThread = {
  readonly waiting: number
  readonly list: () => Promise<PageList>
  readonly render: (page: Page) => Promise<RenderedPage>
  readonly stop: () => Promise<void>
}

type Result = Answer['result']
type Waiter = { readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void }

/** Room for what a few pages need, which then dies young instead of growing the rest of the memory. */
const youngMegabytes = 48

/** Starts a page thread. When it ends before it is stopped, whoever waits for it gets the reason; then nobody does. */
export function startPageThread(program: string): PageThread {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
  const waiters = new Map<number, Waiter>()
  let asked = 0
  const ask = (page?: Page) =>
    new Promise<Result>((resolve, reject) => {
      asked += 1
      waiters.set(asked, { resolve, reject })
      worker.postMessage({ id: asked, page } satisfies Task)
    })
  const fail = (error: unknown) => {
    for (const { reject } of waiters.values()) reject(error)
    waiters.clear()
  }
  worker.on('message', ({ id, result }: Answer) => {
    const waiter = waiters.get(id)
    waiters.delete(id)
    if (result.kind === 'failure') waiter?.reject(toError(result.error, result.fields))
    else waiter?.resolve(result)
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`A page thread ended with ${code}.`)))
  return {
    get waiting() {
      return waiters.size
    },
    list: async () => expect(await ask(), 'list'),
    render: async (page) => expect(await ask(page), 'page'),
    stop: async () => {
      worker.removeAllListeners('exit')
      await worker.terminate()
    },
  }
}

/** Astro knows its own errors, with their hints, by these fields. */
function toError(error: unknown, fields: object): unknown {
  return error instanceof Error ? Object.assign(error, fields) : error
}

function expect<Kind extends Result['kind']>(result: Result, kind: Kind): Extract<Result, { kind: Kind }>
function expect(result: Result, kind: Result['kind']): Result {
  if (result.kind !== kind) throw new Error(`A page thread answered with a ${result.kind}, not a ${kind}.`)
  return result
}
