import { replacePages } from './replace-pages.ts'

/** The pages that Hugo makes too. */
export default [
  replacePages({
    'index.astro': 'as it is',
    'digests/[slug].astro': 'as it is',
    'papers/[key].astro': 'as it is',
  }),
]
