import { replacePages } from './replace-pages.ts'

/** As long as a page of ours is on average. */
const source = `---
export const getStaticPaths = () =>
  Array.from({ length: ${Number(process.env.BENCH_PAGES)} }, (_, number) => ({ params: { key: String(number) } }))
const html = '<!doctype html><title>Constant</title>' + '<p>Thirty letters of a paragraph.</p>'.repeat(900)
---
<Fragment set:html={html} />
`

/** Instead of the papers' pages as many as `BENCH_PAGES` says with one constant text: what Astro takes by itself. */
export default [replacePages({ 'papers/[key].astro': { source } })]
