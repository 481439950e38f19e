import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const folder = fileURLToPath(new URL('../../apps/web/src/pages', import.meta.url))
const count = Number(process.env.BENCH_PAGES)

/** As long as a page of ours is on average. */
const page = `---
export const getStaticPaths = () =>
  Array.from({ length: ${count} }, (_, number) => ({ params: { key: String(number) } }))
const html = '<!doctype html><title>Constant</title>' + '<p>Thirty letters of a paragraph.</p>'.repeat(900)
---
<Fragment set:html={html} />
`

/** Instead of the papers' pages as many as `BENCH_PAGES` says with one constant text: what Astro takes by itself. */
const constantPages: Plugin = {
  name: 'bench:constant-pages',
  enforce: 'pre',
  load: (id) => {
    const name = relative(folder, id)
    if (name.startsWith('..') || id.includes('?')) return undefined
    if (name === 'papers/[key].astro') return page
    return name.includes('[') ? '---\nexport const getStaticPaths = () => []\n---\n' : '<p>Nothing</p>\n'
  },
}

export default [constantPages]
