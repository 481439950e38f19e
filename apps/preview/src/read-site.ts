import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isFeed, toMediaType } from './media-types.ts'
import { type Reply, toTextReply } from './reply.ts'
import { formatPath, type RequestPath } from './request-path.ts'

/** A folder as a static host serves it, below `base` (`/` or `/papers/`). */
export type Site = { readonly folder: string; readonly base: string }

/**
 * Answers as a static host would: files, `index.html` of a folder, a redirect to the trailing slash, else
 * `404.html`. Nothing outside the folder is ever read, through a symbolic link neither.
 */
export async function readSite(site: Site, path: RequestPath | undefined): Promise<Reply> {
  const base = site.base.split('/').filter((segment) => segment !== '')
  if (path === undefined) return readNotFound(site)
  if (path.segments.length === 0 && base.length > 0) return toRedirect(site.base)
  if (!base.every((segment, index) => path.segments[index] === segment)) return readNotFound(site)
  const inside = path.segments.slice(base.length)
  const found = await findFile(site.folder, inside)
  if (found?.isDirectory && !path.slash) return toRedirect(`${formatPath(path.segments)}${path.query}`)
  if (found?.isDirectory)
    return (await readFound(site.folder, [...inside, 'index.html'])) ?? readNotFound(site)
  if (found === undefined || path.slash) return readNotFound(site)
  return (await readFound(site.folder, inside)) ?? readNotFound(site)
}

async function readNotFound({ folder }: Site): Promise<Reply> {
  const page = await readFound(folder, ['404.html'])
  return page ? { ...page, status: 404 } : toTextReply(404, 'text/plain; charset=utf-8', 'Not found.\n')
}

function toRedirect(location: string): Reply {
  return toTextReply(301, 'text/plain; charset=utf-8', `See ${location}\n`, { Location: location })
}

async function readFound(folder: string, segments: readonly string[]): Promise<Reply | undefined> {
  const found = await findFile(folder, segments)
  if (found === undefined || found.isDirectory) return undefined
  return {
    status: 200,
    headers: toHeaders(segments),
    body: await readFile(found.file),
    modified: found.modified,
  }
}

/** Feeds and data are read by programs of other sites, and feeds again and again. */
function toHeaders(segments: readonly string[]): Readonly<Record<string, string>> {
  const name = segments.at(-1) ?? ''
  return {
    'Content-Type': toMediaType(name),
    ...((isFeed(name) || segments[0] === 'api') && { 'Access-Control-Allow-Origin': '*' }),
    ...(isFeed(name) && { 'Cache-Control': 'public, max-age=600' }),
  }
}

async function findFile(
  folder: string,
  segments: readonly string[],
): Promise<{ file: string; isDirectory: boolean; modified: Date } | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, ...segments))
    if (file !== root && !file.startsWith(`${root}${sep}`)) return undefined
    const status = await stat(file)
    if (!status.isFile() && !status.isDirectory()) return undefined
    return { file, isDirectory: status.isDirectory(), modified: status.mtime }
  } catch {
    return undefined
  }
}
