import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Folders } from '@broadsheet/view'

/**
 * What is kept of a build that ended well: the hash of its inputs, a stamp over the files it wrote, and what the
 * content check said, with its exit status.
 */
export type LastBuild = {
  readonly inputs: string
  readonly outputs: string
  readonly code: number
  readonly report: string
}

/** Where a build writes; the note about it lies beside the mails, one for each output folder. */
export type OutputPlaces = Pick<Folders, 'out' | 'mails'>

/** The last build into this folder, if its inputs were these and nobody touched what it wrote. */
export function findLastBuild(places: OutputPlaces, inputs: string): LastBuild | undefined {
  const file = toNote(places)
  if (!existsSync(file)) return undefined
  const { outputs, code, report, ...last }: LastBuild = JSON.parse(readFileSync(file, 'utf8'))
  if (last.inputs !== inputs || outputs !== stampOutputs(places)) return undefined
  return { inputs, outputs, code, report }
}

/** Notes a build that ended well. */
export function noteBuild(places: OutputPlaces, build: Omit<LastBuild, 'outputs'>): void {
  const file = toNote(places)
  mkdirSync(dirname(file), { recursive: true })
  const note = { ...build, outputs: stampOutputs(places) } satisfies LastBuild
  writeFileSync(`${file}.new`, JSON.stringify(note))
  // Half a note is none.
  renameSync(`${file}.new`, file)
}

/** Before a build, whose end nobody knows yet. */
export function forgetBuild(places: OutputPlaces): void {
  rmSync(toNote(places), { force: true })
}

function toNote({ mails }: OutputPlaces): string {
  return join(dirname(mails), 'last-build.json')
}

/** Names, sizes and times of change: what any edit of a file moves. */
function stampOutputs({ out, mails }: OutputPlaces): string {
  const hash = createHash('sha256')
  for (const folder of [out, mails]) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { mtimeMs, size, mode } = lstatSync(join(folder, name))
      hash.update(`${name}\0${size} ${mtimeMs} ${mode}\n`)
    }
    hash.update('\n')
  }
  return hash.digest('hex')
}
