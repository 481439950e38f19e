import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Artifact } from './artifact.ts'
import { type Facts, hashText } from './facts.ts'
import { readNote, writeNote } from './note-file.ts'
import type { Folders } from './publication.ts'
import type { Note } from './traced-archive.ts'
import { isAsWritten, type WrittenFile, writeArtifact } from './write-artifact.ts'

/**
 * Files that are made together. What they follow from are `inputs` and the entries that `build` notes while it reads
 * them; a group without `inputs` is made every time. `memory` is what others need of a group and its files do not say.
 */
export type FileGroup<Memory = undefined> = {
  readonly name: string
  readonly inputs?: string
  readonly build: (note: Note) => Iterable<Artifact> | AsyncIterable<Artifact>
  readonly memory?: { readonly take: () => Memory; readonly restore: (memory: Memory) => void }
}

/** The output folder of one program that remembers what it wrote. */
export type KeptOutput<Memory> = {
  /** Whether anything is remembered. */
  readonly isKnown: boolean
  /** Makes a group, unless all that it followed from last time and its files are as they were. */
  readonly make: (group: FileGroup<Memory>) => Promise<void>
  /** Everything made so far, in plain JSON, to be added in the thread that closes the output. */
  readonly take: () => MadeGroups<Memory>
  /** Takes what another thread has made for made here. */
  readonly add: (groups: MadeGroups<Memory>) => void
  /** Removes what was written last time and is no longer made, and remembers the rest. */
  readonly close: () => void
}

/** Groups that were made, by name. */
export type MadeGroups<Memory> = Readonly<Record<string, KeptGroup<Memory>>>

/**
 * `makers` says what else bytes follow from, such as code and configuration: what was made by others is made again.
 * Without it nothing is remembered.
 */
export type KeptOutputOptions = { readonly facts: Facts; readonly makers: string | undefined }

type KeptGroup<Memory> = {
  readonly inputs: string
  readonly read: Reads
  readonly facts: string
  readonly files: readonly WrittenFile[]
  readonly memory?: Memory
}

/** Groups read the same entries over and over: their keys are numbers of `keys`. */
type KeptRecord<Memory> = {
  readonly makers: string
  readonly keys: readonly string[]
  readonly groups: Readonly<
    Record<string, Omit<KeptGroup<Memory>, 'read'> & { readonly read: Reads<number> }>
  >
}

/** The keys that were read, by table. */
type Reads<Key = string> = Readonly<Record<string, readonly Key[]>>

/** Opens the output folder of a publication for one program, by its name. */
export function openKeptOutput<Memory = undefined>(
  { out, mails }: Pick<Folders, 'out' | 'mails'>,
  name: string,
  { facts, makers }: KeptOutputOptions,
): KeptOutput<Memory> {
  const record = join(toKeptFolder(mails), `${name}.json`)
  const groups = toGroups(readRecord<Memory>(record, makers))
  const files = new Map(groups.values().flatMap((group) => group.files.map((file) => [file[0], file])))
  const made = new Map<string, KeptGroup<Memory>>()
  return {
    isKnown: groups.size > 0,
    async make(group) {
      const kept = groups.get(group.name)
      if (
        kept !== undefined &&
        isSame(group, kept, facts) &&
        kept.files.every((file) => isAsWritten(out, file))
      ) {
        if (kept.memory !== undefined) group.memory?.restore(kept.memory)
        made.set(group.name, kept)
        return
      }
      made.set(
        group.name,
        await build(group, { out, files, facts: makers === undefined ? undefined : facts }),
      )
    },
    take: () => Object.fromEntries(made),
    add(groups) {
      for (const [name, group] of Object.entries(groups)) made.set(name, group)
    },
    close() {
      const now = new Set([...made.values()].flatMap((group) => group.files.map(([path]) => path)))
      // A file that another program has written since is its own.
      for (const file of files.values())
        if (!now.has(file[0]) && isAsWritten(out, file)) rmSync(join(out, file[0]))
      if (makers !== undefined) writeNote(record, toRecord(makers, made))
    },
  }
}

/** The paths of all files that some program remembers of having written them, by the same makers. */
export function listKeptFiles({ mails }: Pick<Folders, 'mails'>, makers: string): ReadonlySet<string> {
  const folder = toKeptFolder(mails)
  const records = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  const groups = records.flatMap((name) =>
    Object.values(readRecord(join(folder, name), makers)?.groups ?? {}),
  )
  return new Set(groups.flatMap(({ files }) => files.map(([path]) => path)))
}

function toKeptFolder(mails: string): string {
  return join(dirname(mails), 'kept')
}

/** Without `facts` nothing is remembered of what is read. */
type Place = {
  readonly out: string
  readonly files: ReadonlyMap<string, WrittenFile>
  readonly facts: Facts | undefined
}

async function build<Memory>(
  group: FileGroup<Memory>,
  { out, files, facts }: Place,
): Promise<KeptGroup<Memory>> {
  const { note, take } = collectReads()
  const isTraced = facts !== undefined && group.inputs !== undefined
  const written: WrittenFile[] = []
  for await (const artifact of group.build(isTraced ? note : ignore)) {
    written.push(writeArtifact(out, artifact, files.get(artifact.path)))
    // What weak references and libraries hold is let go only when the program rests.
    if (written.length % 64 === 0) await setImmediate()
  }
  await setImmediate()
  const read = take()
  return {
    inputs: hashText(group.inputs ?? ''),
    read,
    facts: isTraced ? hashFacts(read, facts) : '',
    files: written,
    ...(group.memory && { memory: group.memory.take() }),
  }
}

function ignore(): void {}

function collectReads(): { readonly note: Note; readonly take: () => Reads } {
  const tables = new Map<string, Set<string>>()
  return {
    note(table, key) {
      const keys = tables.get(table)
      if (keys === undefined) tables.set(table, new Set([key]))
      else keys.add(key)
    },
    take: () => Object.fromEntries(tables.entries().map(([table, keys]) => [table, [...keys]])),
  }
}

function isSame<Memory>(group: FileGroup<Memory>, kept: KeptGroup<Memory>, facts: Facts): boolean {
  return (
    group.inputs !== undefined &&
    hashText(group.inputs) === kept.inputs &&
    hashFacts(kept.read, facts) === kept.facts
  )
}

function hashFacts(read: Reads, facts: Facts): string {
  const found = Object.entries(read).flatMap(([table, keys]) => keys.map((key) => facts(table, key)))
  return hashText(found.join(' '))
}

function toRecord<Memory>(makers: string, made: ReadonlyMap<string, KeptGroup<Memory>>): KeptRecord<Memory> {
  const numbers = new Map<string, number>()
  const toNumber = (key: string) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const groups = [...made].map(
    ([name, group]) => [name, { ...group, read: mapKeys(group.read, toNumber) }] as const,
  )
  return { makers, groups: Object.fromEntries(groups), keys: [...numbers.keys()] }
}

function mapKeys<From, To>(reads: Reads<From>, change: (key: From) => To): Reads<To> {
  return Object.fromEntries(Object.entries(reads).map(([table, keys]) => [table, keys.map(change)]))
}

/** What was remembered, unless others made it. */
function readRecord<Memory>(file: string, makers: string | undefined): KeptRecord<Memory> | undefined {
  const record = makers === undefined ? undefined : readNote<KeptRecord<Memory>>(file)
  return record?.makers === makers ? record : undefined
}

function toGroups<Memory>(record: KeptRecord<Memory> | undefined): Map<string, KeptGroup<Memory>> {
  const { groups = {}, keys = [] } = record ?? {}
  const toKey = (number: number) => keys[number] ?? ''
  return new Map(
    Object.entries(groups).map(([name, group]) => [name, { ...group, read: mapKeys(group.read, toKey) }]),
  )
}
