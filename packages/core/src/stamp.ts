import type { Stats } from 'node:fs'

/** What every change of a file moves: `ctime` moves even where a program sets `mtime` back. */
export function toStamp({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`
}
