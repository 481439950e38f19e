import { feedFormats, referenceFormats } from '@broadsheet/view'

const feedTypes: ReadonlyMap<string, string> = new Map([
  ...feedFormats.map(({ file, type }) => [file, type] as const),
  ['feed.xml', 'application/rss+xml'],
  ['index.xml', 'application/rss+xml'],
  ['feeds.opml', 'text/x-opml'],
])

// A CSL-JSON file ends in two suffixes, so the longer ones stand first.
const typesBySuffix: readonly (readonly [suffix: string, type: string])[] = [
  ...referenceFormats.map(({ suffix, type }) => [`.${suffix}`, type] as const),
  ['.html', 'text/html'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.json', 'application/json'],
  ['.jsonl', 'application/jsonl'],
  ['.xml', 'application/xml'],
  ['.opml', 'text/x-opml'],
  ['.txt', 'text/plain'],
  ['.md', 'text/markdown'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
]

/** The `Content-Type` of a file by its name; bytes of no known kind are `application/octet-stream`. */
export function toMediaType(file: string): string {
  const type = feedTypes.get(file) ?? typesBySuffix.find(([suffix]) => file.endsWith(suffix))?.[1]
  if (type === undefined) return 'application/octet-stream'
  return isText(type) ? `${type}; charset=utf-8` : type
}

/** Whether a file is a feed: read by programs on other sites, and asked for again and again. */
export function isFeed(file: string): boolean {
  return feedTypes.has(file)
}

// JSON is UTF-8 by definition (RFC 8259), and Atom says its encoding itself; RSS readers look here.
function isText(type: string): boolean {
  return type.startsWith('text/') || type === 'application/rss+xml' || type.startsWith('application/x-')
}
