import { type Config, feedFormats, paths } from '@broadsheet/view'
import { aliases } from './aliases.ts'

/**
 * Every place of a feed as a host's pattern. Netlify takes `*` only for all that follows, and Cloudflare
 * Pages takes 100 rules, so each rule stands for one depth of folders.
 */
const folders = ['', paths.papers, ':list/:name/', `${paths.papers}${paths.archive}:month/`] as const

const everything = ['X-Content-Type-Options: nosniff', 'Referrer-Policy: no-referrer'] as const
const readable = 'Access-Control-Allow-Origin: *'

/**
 * The file `_headers` of Netlify and Cloudflare Pages, for the whole site, since there can be one only. Both hosts
 * add ETags and answer 304 by themselves.
 */
export function renderHeaders({ base }: Config): string {
  const rules = listTypes().map(([path, type]) => [
    `${base}${path}`,
    `Content-Type: ${type}`,
    readable,
    'Cache-Control: public, max-age=600',
  ])
  return [[`${base}*`, ...everything], [`${base}api/v1/*`, readable], ...rules]
    .map((lines) => `${lines.join('\n  ')}\n`)
    .join('\n')
}

/** Media types by pattern. XML and JSON say for themselves that they are UTF-8; old readers of RSS do not ask. */
function listTypes(): (readonly [string, string])[] {
  const types = feedFormats.map(
    ({ file, type }) => [file, file === 'rss.xml' ? `${type}; charset=utf-8` : type] as const,
  )
  const typeOf = new Map<string, string>(types)
  return [
    ...types.flatMap(([file, type]) => folders.map((folder) => [`${folder}${file}`, type] as const)),
    ...Object.entries(aliases.copies).map(([name, file]) => [name, typeOf.get(file) ?? ''] as const),
    [paths.opml, 'text/x-opml; charset=utf-8'],
  ]
}
