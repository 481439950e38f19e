import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A kind of page, and the path of the page that stands for it. */
export type PageKind = { readonly name: string; readonly path: string }

const fixed = {
  home: '/',
  'all digests': '/digests/',
  'all papers': '/papers/',
  topics: '/topics/',
  authors: '/authors/',
  categories: '/categories/',
  archive: '/archive/',
  trends: '/trends/',
  search: '/search/',
  compare: '/compare/',
  feeds: '/feeds/',
  about: '/about/',
  subscribe: '/subscribe/',
  starred: '/starred/',
  'not found': '/404.html',
  'feed alias': '/feed/',
} as const

const varied = {
  digest: ['digests', /./],
  paper: ['papers', /\D/],
  topic: ['topics', /\D/],
  author: ['authors', /\D/],
  category: ['categories', /\D/],
  year: ['archive', /^\d{4}\/$/],
  month: ['archive', /^\d{4}-\d{2}\/$/],
} as const

/** One page of each kind that was built into `out`; of many, the one with the most in it. */
export function listPageKinds(out: string): readonly PageKind[] {
  const largest = Object.entries(varied).flatMap(([name, [folder, pattern]]) =>
    listPages(out, folder, pattern)
      .slice(0, 1)
      .map((path) => ({ name, path })),
  )
  return [...Object.entries(fixed).map(([name, path]) => ({ name, path })), ...largest]
}

/** Every page that was built into `out`, but for those that only forward. */
export function listAllPages(out: string): readonly string[] {
  return ['/404.html', ...listPages(out, '.').map((path) => path.replace(/^\/(\.\/)*/, '/'))]
}

/** The pages below a folder whose path matches what follows the folder, the largest first; no forwards. */
export function listPages(out: string, folder: string, pattern = /./): readonly string[] {
  return globSync(`${folder}/**/index.html`, { cwd: out })
    .map((file) => ({ path: `/${dirname(file)}/`, text: readFileSync(join(out, file), 'utf8') }))
    .filter(({ path, text }) => pattern.test(path.slice(folder.length + 2)) && !isForward(text))
    .toSorted((one, other) => other.text.length - one.text.length)
    .map(({ path }) => path)
}

function isForward(text: string): boolean {
  return text.includes('http-equiv="refresh"')
}
