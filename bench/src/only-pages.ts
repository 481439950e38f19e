import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const folder = fileURLToPath(new URL('../../apps/web/src/pages', import.meta.url))

/** The pages that Hugo makes too. */
const samePages = ['index.astro', 'digests/[slug].astro', 'papers/[key].astro'].map((name) =>
  join(folder, name),
)

/** Leaves the other pages empty, which costs what an empty page costs. */
const onlyPages: Plugin = {
  name: 'bench:only-pages',
  enforce: 'pre',
  load: (id) => {
    if (relative(folder, id).startsWith('..') || id.includes('?') || samePages.includes(id)) return undefined
    return id.includes('[') ? '---\nexport const getStaticPaths = () => []\n---\n' : '<p>Nothing</p>\n'
  },
}

export default [onlyPages]
