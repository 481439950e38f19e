import { type Config, feedFormats, paths } from '@broadsheet/view'
import { aliases } from './aliases.ts'

/**
 * Every place of a feed as a host's pattern. Netlify takes `*` only for all that follows, and Cloudflare
 * Pages takes 100 rules, so each rule stands for one depth of folders.
 */
const folders = ['', paths.papers, ':list/:name/', `${paths.papers}${paths.archive}:month/`] as const

/** The file `_headers` of Netlify and Cloudflare Pages. Both hosts add ETags and answer 304 by themselves. */
export function renderHeaders({ base }: Config): string {
  const typeOf = new Map<string, string>(
    feedFormats.map(({ file, type }) => [file, `${type}; charset=utf-8`]),
  )
  const copies = Object.entries(aliases.copies).map(([name, file]) => [name, typeOf.get(file)] as const)
  const rules = [
    ...[...typeOf].flatMap(([file, type]) => folders.map((folder) => [`${folder}${file}`, type] as const)),
    ...copies,
    [paths.opml, 'text/x-opml; charset=utf-8'] as const,
  ]
  return rules
    .map(([path, type]) =>
      [
        `${base}${path}`,
        `  Content-Type: ${type}`,
        '  Access-Control-Allow-Origin: *',
        '  Cache-Control: public, max-age=600',
        '',
      ].join('\n'),
    )
    .join('\n')
}
