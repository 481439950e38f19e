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
import { type Folders, toStamp } from '@broadsheet/view'
import type { BuildInputs } from './build-inputs.ts'

/**
 * What is kept of a build that ended well: its inputs, a stamp over the files it wrote, and what the content check
 * said, with its exit status.
 */
export type LastBuild = {
  readonly inputs: BuildInputs
  readonly outputs: string
  readonly code: number
  readonly report: string
}

/** Where a build writes; the note about it lies beside the mails, one for each output folder. */
export type OutputPlaces = Pick<Folders, 'out' | 'mails'>

/** The last build into this folder, if it ended well. */
export function readLastBuild(places: OutputPlaces): LastBuild | undefined {
  const file = toNote(places)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Whether nobody has touched what a build wrote. */
export function isUntouched(places: OutputPlaces, { outputs }: LastBuild): boolean {
  return outputs === stampOutputs(places)
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

function stampOutputs({ out, mails }: OutputPlaces): string {
  const stamps = [out, mails].map((folder) => (existsSync(folder) ? stampFolder(folder) : ''))
  return createHash('sha256').update(stamps.join('\n')).digest('hex')
}

/** Names and stamps of all that is in a folder. A walk of our own takes half the time of `recursive: true`. */
function stampFolder(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory()
        ? `${entry.name}/\n${stampFolder(path)}/\n`
        : `${entry.name} ${toStamp(lstatSync(path))}\n`
    })
    .join('')
}
