import { type Config, escapeHtml, type FeedView, paths, toUrl } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import { toBytes } from './to-bytes.ts'

/** Addresses where readers and people look for a feed: copies of its files, and where it once stood. */
export const aliases = {
  copies: { 'feed.xml': 'rss.xml', 'index.xml': 'rss.xml' },
  redirects: { 'feed/': 'rss.xml', 'rss/': 'rss.xml' },
} as const satisfies Record<string, Readonly<Record<string, string>>>

/** The copies of a file under the names that readers try, if it has any. */
export function copyToAliases({ path, bytes }: Artifact): Artifact[] {
  return Object.entries(aliases.copies).flatMap(([name, file]) =>
    file === path ? [{ path: name, bytes }] : [],
  )
}

/** Pages for hosts that cannot redirect: a reader finds the feeds announced, and a person a link. */
export function buildAliasPages(config: Config, digests: FeedView): Artifact[] {
  const bytes = toBytes(renderPage(config, digests))
  return Object.keys(aliases.redirects).map((folder) => ({ path: `${folder}index.html`, bytes }))
}

function renderPage(config: Config, { title, formats }: FeedView): string {
  const list = escapeHtml(toUrl(config, paths.feeds))
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(config.language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}: feeds</title>`,
    `<meta name="description" content="Every feed of ${escapeHtml(title)}, for a feed reader.">`,
    `<link rel="canonical" href="${list}">`,
    ...formats.map(
      ({ url, type, title: words }) =>
        `<link rel="alternate" type="${type}" href="${escapeHtml(url)}" title="${escapeHtml(words)}">`,
    ),
    '<main>',
    `<h1>${escapeHtml(title)}: feeds</h1>`,
    `<p><a href="${list}">All feeds, and what a feed is</a></p>`,
    // Paragraphs, since without styles the links of a list lie too close for a finger.
    ...formats.map(({ url, title: words }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></p>`),
    '</main>',
    '</html>',
    '',
  ].join('\n')
}
