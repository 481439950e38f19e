import type { Digest, PaperEntry } from '@broadsheet/core'
import { type Artifact, escapeHtml, paths, toHref, toUrl, type ViewContext } from '@broadsheet/view'

import type { DataSource } from './data-source.ts'
import { listSitemapPages } from './sitemap.ts'

/** An address that leads to another page of ours; both are paths below the base, `title` names the target. */
type Forward = { readonly from: string; readonly to: string; readonly title: string }

/**
 * Pages at addresses that people have or guess, each leading to the one that counts: a digest by its date when
 * it is the only one of it, a digest's permalink elsewhere, a paper by its version and as arXiv writes it. None
 * stands where a page does.
 */
export function* buildForwards(source: DataSource): Generator<Artifact> {
  const { context } = source
  const taken = new Set([...listSitemapPages(context).map(({ path }) => path), ...otherPages])
  for (const forward of listForwards(source)) {
    if (taken.has(forward.from)) continue
    taken.add(forward.from)
    yield { path: toFile(forward.from), content: renderForward(forward, context) }
  }
}

const otherPages = [paths.search, paths.compare, paths.starred, paths.notFound]

function* listForwards({ context, references }: DataSource): Generator<Forward> {
  const { archive } = context
  for (const { date, digests } of archive.days) {
    const [slug] = digests
    const digest = archive.bySlug.get(slug ?? '')
    if (digest !== undefined && digests.length === 1) yield toForward(paths.digestOfDate(date), digest)
  }
  for (const digest of archive.digests) {
    const from = toForeignPath(digest.permalink)
    if (from !== undefined) yield toForward(from, digest)
  }
  for (const entry of archive.papers.values()) {
    const to = paths.paper(entry.key)
    const title = references.get(entry.key)?.title ?? entry.key
    for (const from of listPaperNames(entry, archive.bySlug)) yield { from, to, title }
  }
}

function toForward(from: string, { slug, title }: Digest): Forward {
  return { from, to: paths.digest(slug), title }
}

/** A permalink as the path of a page or of an HTML file; other files would have to be what their name says. */
function toForeignPath(permalink: string): string | undefined {
  const path = permalink.replace(/^\/+|\/+$/g, '')
  if (/\.html?$/.test(path)) return path
  return /\.[a-z]+$/.test(path) ? undefined : `${path}/`
}

function* listPaperNames(
  { key, paper, appearances }: PaperEntry,
  digests: ReadonlyMap<string, Digest>,
): Generator<string> {
  if (paper.arxiv === undefined) return
  const chosen = appearances.map(
    ({ slug, position }) => digests.get(slug)?.papers[position]?.arxiv?.version ?? 1,
  )
  const versions = Array.from({ length: Math.max(1, ...chosen) }, (_, index) => `v${index + 1}`)
  for (const version of versions) yield paths.paper(`${key}${version}`)
  for (const version of ['', ...versions]) yield `abs/${paper.arxiv.id}${version}/`
}

function toFile(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path
}

function renderForward({ to, title }: Forward, { config }: ViewContext): string {
  const href = escapeHtml(toHref(config, 'site', to))
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(config.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    '<title>Moved</title>',
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(toUrl(config, to))}">`,
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    '</head>',
    `<body><main><h1>Moved</h1><p>To <a href="${href}">${escapeHtml(title)}</a>.</p></main></body>`,
    '</html>',
    '',
  ].join('\n')
}
