import { Worker } from 'node:worker_threads'
import type { MadeGroups } from '@broadsheet/view'

/** What page threads share: how many groups of pages are taken, and who makes the pages. */
export type PrintTask = { readonly taken: Int32Array; readonly makers: string | undefined }

/** What a page thread has made when no group is left. */
export type PrintedPages = MadeGroups<undefined>

/** Room for what a few pages need, which then dies young instead of growing the rest of the memory. */
const youngMegabytes = 96

/**
 * Prints all pages with a compiled page program in so many threads. Each of them reads the publication and takes one
 * group of pages after another.
 */
export async function printPages(
  program: string,
  makers: string | undefined,
  count: number,
): Promise<readonly PrintedPages[]> {
  const task: PrintTask = { taken: new Int32Array(new SharedArrayBuffer(4)), makers }
  const threads = Array.from(
    { length: count },
    () =>
      new Worker(program, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
  )
  try {
    return await Promise.all(threads.map(listenTo))
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

function listenTo(thread: Worker): Promise<PrintedPages> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) =>
      reject(new Error(`A page thread ended with ${code} before its work was done.`)),
    )
  })
}
