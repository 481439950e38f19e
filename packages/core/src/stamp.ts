import type { Stats } from 'node:fs'

/** What every change of a file moves: `ctime` moves even where a program sets `mtime` back. */
export function toStamp({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`
}

// What is written twice within one tick of the disk's clock may have one stamp; the coarsest tick is that of FAT.
const coarsestTick = 2000

/**
 * Whether a file was changed so long before `now`, in milliseconds, that no later change can hide behind the same stamp.
 * @see https://git-scm.com/docs/racy-git
 */
export function isSettled({ ctimeMs }: Stats, now: number): boolean {
  return ctimeMs < now - coarsestTick
}
