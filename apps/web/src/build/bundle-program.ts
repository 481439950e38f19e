import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const fileName = 'page-program.mjs'

/** Bundles the program of a page thread together with the pages, and tells where it was written. */
export function bundleProgram(): { readonly plugin: Plugin; readonly findProgram: () => string } {
  let program: string | undefined
  const plugin: Plugin = {
    name: 'broadsheet:bundle-program',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      const id = fileURLToPath(new URL('./page-program.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName })
    },
    writeBundle({ dir = '' }) {
      program = join(dir, fileName)
    },
  }
  const findProgram = () => {
    if (program === undefined) throw new Error('the program of the page threads has not been written')
    return program
  }
  return { plugin, findProgram }
}
