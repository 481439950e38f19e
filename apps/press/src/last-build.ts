import { lstatSync, readdirSync, rmSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Folders, readNote, toStamp, writeNote } from '@broadsheet/view'
import type { BuildInputs } from './build-inputs.ts'

type Stamped = readonly [path: string, stamp: string]

/**
 * What is kept of a build that ended well: its inputs, everything it wrote with its stamp, and what the content check
 * said, with its exit status.
 */
export type LastBuild = {
  readonly inputs: BuildInputs
  readonly outputs: readonly Stamped[]
  readonly code: number
  readonly report: string
}

/** Where a build writes; the note about it lies beside the mails, one for each output folder. */
export type OutputPlaces = Pick<Folders, 'out' | 'mails'>

/** The last build into this folder, if it ended well. */
export function readLastBuild(places: OutputPlaces): LastBuild | undefined {
  return readNote(toNote(places))
}

/** Whether nobody has touched what a build wrote. */
export function isUntouched({ outputs }: LastBuild): boolean {
  return outputs.every(isAsStamped)
}

/** Notes a build that ended well; `written` is everything in its output folder, by paths below that. */
export async function noteBuild(
  places: OutputPlaces,
  build: Omit<LastBuild, 'outputs'>,
  written: readonly string[],
): Promise<void> {
  // The clock of a disk ticks every 10 ms at most: what is touched from now on has another stamp.
  await setTimeout(20)
  const { out, mails } = places
  const outputs = [
    toStamped(out),
    ...written.map((path) => toStamped(`${out}/${path}`)),
    ...listStamps(mails),
  ]
  writeNote(toNote(places), { ...build, outputs } satisfies LastBuild)
}

/** Before a build, whose end nobody knows yet. */
export function forgetBuild(places: OutputPlaces): void {
  rmSync(toNote(places), { force: true })
}

const absent = 'absent'

function toNote({ mails }: OutputPlaces): string {
  return join(dirname(mails), 'last-build.json')
}

/** The paths of a folder, each with the stamp of what lies there. Folders have theirs too: it moves with their entries. */
function listStamps(path: string): readonly Stamped[] {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  const entries = stats?.isDirectory() ? readdirSync(path) : []
  return [[path, toStampOf(stats)], ...entries.flatMap((name) => listStamps(`${path}/${name}`))]
}

function toStamped(path: string): Stamped {
  return [path, toStampOf(lstatSync(path, { throwIfNoEntry: false }))]
}

function isAsStamped([path, stamp]: Stamped): boolean {
  return toStamped(path)[1] === stamp
}

function toStampOf(stats: Stats | undefined): string {
  return stats === undefined ? absent : toStamp(stats)
}
