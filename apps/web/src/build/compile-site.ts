import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AstroIntegration, build } from 'astro'
import type { Plugin } from 'vite'

// Run by compiled-site.ts, in a process of its own since Vite takes much memory that the pages need afterwards: compiles
// pages, styles and scripts into the folder that is the first argument. No digest is read for that, and no page rendered.
const [, , folder = '', plugin] = process.argv
const { default: plugins = [] }: { readonly default?: readonly Plugin[] } = plugin ? await import(plugin) : {}
await build({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'warn',
  outDir: resolve(folder, 'files'),
  integrations: [keepProgram(resolve(folder, 'program'))],
  vite: { plugins: [...plugins] },
})

/** Bundles the page program together with the pages, and keeps the bundle instead of rendering them. */
function keepProgram(folder: string): AstroIntegration {
  let bundle = ''
  const plugin: Plugin = {
    name: 'broadsheet:page-program',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    // The bundle stands alone, wherever it is kept. gray-matter could evaluate JavaScript, which core never lets it.
    config: () => ({
      environments: {
        prerender: { resolve: { noExternal: true }, build: { rolldownOptions: { checks: { eval: false } } } },
      },
    }),
    buildStart() {
      const id = fileURLToPath(new URL('./page-program.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName: 'page-program.mjs' })
    },
    writeBundle({ dir = '' }) {
      bundle = dir
    },
  }
  return {
    name: 'broadsheet:keep-program',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          name: 'broadsheet:keep-program',
          setup: async () => cpSync(bundle, folder, { recursive: true }),
          getStaticPaths: async () => [],
        })),
    },
  }
}
