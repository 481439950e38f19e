import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { isSettled, toStamp } from '@broadsheet/view'

/** The SHA-256 of files by their paths, each with the stamp that the file had when it was read. */
export type FileHashes = Readonly<Record<string, { readonly stamp: string; readonly sha256: string }>>

/**
 * The hash of every file. One whose stamp is that of `known` is not read again, unless it was changed so shortly
 * before it was read that a later change could hide behind the same stamp: those are not kept, as in git's index.
 * @see https://git-scm.com/docs/racy-git
 */
export function hashFiles(
  files: readonly string[],
  known: FileHashes,
): { readonly hashes: FileHashes; readonly settled: FileHashes } {
  const now = Date.now()
  const read = files.map((file) => {
    const stats = lstatSync(file)
    const stamp = toStamp(stats)
    const last = known[file]
    const sha256 = last?.stamp === stamp ? last.sha256 : hashFile(file)
    return { file, stamp, sha256, isSettled: isSettled(stats, now) }
  })
  return { hashes: toHashes(read), settled: toHashes(read.filter(({ isSettled }) => isSettled)) }
}

function hashFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function toHashes(
  read: readonly { readonly file: string; readonly stamp: string; readonly sha256: string }[],
): FileHashes {
  return Object.fromEntries(read.map(({ file, ...hash }) => [file, hash]))
}
