import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { compareText } from './compare-text.ts'
import type { Report } from './diagnostic.ts'
import type { ReportOf } from './diagnostics.ts'
import { maximumSourceBytes, reportTooLarge } from './source.ts'
import { isSettled, toStamp } from './stamp.ts'

/** A file as found below the content folder; `file` uses forward slashes and is relative to it. */
export type SourceBytes = { readonly file: string; readonly bytes: Uint8Array }

/**
 * The same, with the stamp that every later change of it moves, where that can be told. It has no `bytes` when its
 * reader knew that stamp.
 */
export type FoundSource = {
  readonly file: string
  readonly bytes?: Uint8Array
  readonly stamp: string | undefined
}

/**
 * Every `.md` file below a folder, sorted by path, one at a time so that memory stays that of one file. Names
 * that begin with a dot, `README.md` and `node_modules` are passed over. What cannot be read, is too large or
 * lies elsewhere behind a link is reported and never opened. Throws when the folder itself cannot be read.
 */
export function* readSources(folder: string, reportOf: ReportOf): Generator<SourceBytes> {
  for (const { file, bytes } of findSources(folder, reportOf, () => false)) if (bytes) yield { file, bytes }
}

/** The same files, without the bytes of those whose stamp `isKnown`. */
export function* findSources(
  folder: string,
  reportOf: ReportOf,
  isKnown: (file: string, stamp: string) => boolean,
): Generator<FoundSource> {
  const root = openFolder(folder)
  for (const file of listFiles(root, '', reportOf).toSorted(compareText)) {
    const stamp = findStamp(join(root, file))
    if (stamp !== undefined && isKnown(file, stamp)) {
      yield { file, stamp }
      continue
    }
    const bytes = readBytes(root, file, reportOf(file))
    if (bytes !== undefined) yield { file, bytes, stamp }
  }
}

/** The stamp of a file itself, unless it was changed so shortly ago that a later change could have the same one. */
function findStamp(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() && isSettled(stats, Date.now()) ? toStamp(stats) : undefined
}

/** The files that `readSources` would look at, without their bytes. Throws when the folder itself cannot be read. */
export function listSources(folder: string): readonly string[] {
  return listFiles(openFolder(folder), '', () => () => undefined)
}

function openFolder(folder: string): string {
  try {
    const root = realpathSync(folder)
    readdirSync(root)
    return root
  } catch (cause) {
    throw new Error(`The content folder ${folder} cannot be read.`, { cause })
  }
}

function listFiles(root: string, folder: string, reportOf: ReportOf): string[] {
  return listEntries(root, folder, reportOf).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (isPassedOver(entry.name)) return []
    if (entry.isDirectory()) return listFiles(root, file, reportOf)
    if (entry.isSymbolicLink() && isLinkToFolder(root, file, reportOf)) return []
    return /\.md$/i.test(entry.name) ? [file] : []
  })
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || /^readme\.md$/i.test(name)
}

function listEntries(root: string, folder: string, reportOf: ReportOf): Dirent[] {
  if (folder === '') return readdirSync(root, { withFileTypes: true })
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    reportUnreadable(error, reportOf(folder))
    return []
  }
}

/** A folder behind a link is never entered: inside the content folder it is read where it is. */
function isLinkToFolder(root: string, file: string, reportOf: ReportOf): boolean {
  const path = findFolder(join(root, file))
  if (path === undefined) return false
  if (isOutside(root, path)) reportOutside(reportOf(file))
  return true
}

function findFolder(link: string): string | undefined {
  try {
    const path = realpathSync(link)
    return statSync(path).isDirectory() ? path : undefined
  } catch {
    // A broken link is reported when it is named like a digest and read.
    return undefined
  }
}

function readBytes(root: string, file: string, report: Report): Uint8Array | undefined {
  try {
    const path = realpathSync(join(root, file))
    if (isOutside(root, path)) {
      reportOutside(report)
      return undefined
    }
    const stats = statSync(path)
    if (!stats.isFile()) throw new Error('it is no regular file')
    if (stats.size <= maximumSourceBytes) return readFileSync(path)
    reportTooLarge(stats.size, report)
  } catch (error) {
    reportUnreadable(error, report)
  }
  return undefined
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}

function reportOutside(report: Report): void {
  report({
    code: 'file-outside-content',
    line: 1,
    message: 'This link leads out of the content folder and is not read.',
    hint: 'Put the file itself here, or name its folder with BROADSHEET_CONTENT.',
  })
}

function reportUnreadable(error: unknown, report: Report): void {
  const reason = error instanceof Error ? error.message.replace(/, \w+ '.*$/s, '') : String(error)
  report({
    code: 'file-unreadable',
    line: 1,
    message: `This cannot be read: ${reason}.`,
    hint: 'Look at its permissions, or at what it links to.',
  })
}
