import { createHash, hash } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { toStamp } from '@broadsheet/core'
import type { Artifact, Piece } from './artifact.ts'

/** A file that was written: its path below the output folder, the hash of its content, its stamp after writing. */
export type WrittenFile = readonly [path: string, hash: string, stamp: string]

/** Writes a file, unless it was written with the same content before and nobody has touched it since. */
export function writeArtifact(out: string, artifact: Artifact, before?: WrittenFile): WrittenFile {
  const { path, content } = artifact
  if (typeof content !== 'string' && !(content instanceof Uint8Array))
    return writePieces(out, path, content, before)
  const hash = hashBytes(content)
  if (before?.[1] === hash && isAsWritten(out, before)) return before
  const file = join(out, path)
  writeWhole(file, content)
  return [path, hash, readStamp(file)]
}

/** Whether a file is still what was written. */
export function isAsWritten(out: string, [path, , stamp]: WrittenFile): boolean {
  const stats = lstatSync(join(out, path), { throwIfNoEntry: false })
  return stats !== undefined && toStamp(stats) === stamp
}

// Most pages stand in a folder of their own, so trying first would fail as often as it works.
function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** The pieces go into a draft, since only their end tells whether the file changes. */
function writePieces(
  out: string,
  path: string,
  pieces: Iterable<Piece>,
  before: WrittenFile | undefined,
): WrittenFile {
  const file = join(out, path)
  const draft = `${file}.new`
  mkdirSync(dirname(file), { recursive: true })
  const hash = writeAll(draft, pieces)
  if (before?.[1] === hash && isAsWritten(out, before)) {
    rmSync(draft)
    return before
  }
  renameSync(draft, file)
  return [path, hash, readStamp(file)]
}

/** Gives the hash of what was written. */
function writeAll(file: string, pieces: Iterable<Piece>): string {
  const hash = createHash('sha256')
  const descriptor = openSync(file, 'w')
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(bytes)
      writeSync(descriptor, bytes)
    }
  } finally {
    closeSync(descriptor)
  }
  return hash.digest('base64url')
}

function hashBytes(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url')
}

function readStamp(file: string): string {
  return toStamp(lstatSync(file))
}
