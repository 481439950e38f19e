import { cpSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AstroIntegration, build } from 'astro'
import type { Plugin } from 'vite'
import type { CompiledSite } from './compiled-site.ts'

/** Compiles pages, styles and scripts. No digest is read for that, and no page is rendered. */
export async function compileSite({ program, files }: CompiledSite): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'warn',
    outDir: files,
    integrations: [keepProgram(program)],
  })
}

/** Bundles the page program together with the pages, and keeps the bundle instead of rendering them. */
function keepProgram(program: string): AstroIntegration {
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
          setup: async () => cpSync(bundle, dirname(program), { recursive: true }),
          getStaticPaths: async () => [],
        })),
    },
  }
}
