import { join, relative } from 'node:path'
import { build } from 'astro'
import type { Plugin } from 'vite'

// Run by site.ts with the folder of the site and the pages to build, as `digests/[slug].astro`, as its arguments.
const [, , root = '', ...wanted] = process.argv
await build({ root, logLevel: 'warn', vite: { plugins: [onlyPages(join(root, 'src/pages'), wanted)] } })

/** Leaves the other pages empty, which costs what an empty page costs. */
function onlyPages(folder: string, names: readonly string[]): Plugin {
  return {
    name: 'bench:only-pages',
    enforce: 'pre',
    load: (id) => {
      const name = relative(folder, id)
      if (name.startsWith('..') || id.includes('?') || names.includes(name)) return undefined
      return name.includes('[') ? '---\nexport const getStaticPaths = () => []\n---\n' : '<p>Nothing</p>\n'
    },
  }
}
