import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const folder = fileURLToPath(new URL('../../apps/web/src/pages', import.meta.url))

/**
 * Compiles of the site's pages those that are named, as `digests/[slug].astro`: as they are, or from another source. The
 * others are left empty, which costs what an empty page costs.
 */
export function replacePages(
  pages: Readonly<Record<string, 'as it is' | { readonly source: string }>>,
): Plugin {
  return {
    name: 'bench:replace-pages',
    enforce: 'pre',
    load: (id) => {
      const name = relative(folder, id)
      const page = pages[name]
      if (name.startsWith('..') || id.includes('?') || page === 'as it is') return undefined
      const empty = name.includes('[')
        ? '---\nexport const getStaticPaths = () => []\n---\n'
        : '<p>Nothing</p>\n'
      return page?.source ?? empty
    },
  }
}
