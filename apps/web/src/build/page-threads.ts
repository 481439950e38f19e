import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setEnvironmentData, Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { readingKey } from '../reading.ts'
import { bundleProgram } from './bundle-program.ts'
import { threadedPrerenderer } from './threaded-prerenderer.ts'

/**
 * Renders the pages of a build in as many threads as there are processors. The publication is read once, in a
 * thread of its own while Vite bundles, and every page thread finds it.
 */
export function pageThreads(): AstroIntegration {
  const { plugin, findProgram } = bundleProgram()
  let reading: Promise<void> | undefined
  return {
    name: 'broadsheet:page-threads',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return
        reading = startReading()
        // Its failure is told to who waits for it, and that is only later.
        reading.catch(() => undefined)
        updateConfig({ vite: { plugins: [plugin] } })
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const program = async () => {
          await reading
          return findProgram()
        }
        setPrerenderer(threadedPrerenderer(program, availableParallelism()))
      },
    },
  }
}

async function startReading(): Promise<void> {
  const [packed] = await once(new Worker(new URL('./reading-program.ts', import.meta.url)), 'message')
  setEnvironmentData(readingKey, packed)
}
