import { readdirSync, rmdirSync } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'

/** Absolute folders. `ours` is the default output folder, where whatever is found was built. */
export type OutputPlaces = {
  readonly out: string
  readonly content: string
  readonly root: string
  readonly ours: string
}

/** The output folder may not be emptied; the message says why. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

const signature = '.broadsheet-output'
const heading = '# Written by Broadsheet. The next build removes these files and this one.'
const unfinished = '# unfinished: a build was interrupted, every file here is its own'

const refusals: readonly (readonly [(places: OutputPlaces) => boolean, string])[] = [
  [({ out, root }) => isWithin(root, out), 'it holds this project'],
  [({ out }) => isWithin(homedir(), out), 'it holds a home folder'],
  [({ out, content }) => isWithin(content, out) || isWithin(out, content), 'it overlaps the content folder'],
]

/**
 * Empties the output folder before a build, and makes it where it is absent. Throws and leaves everything
 * as it is where the folder holds something that no build wrote.
 */
export async function emptyOutput(places: OutputPlaces): Promise<void> {
  const out = await toRealPath(places.out)
  const real = {
    ...places,
    out,
    content: await toRealPath(places.content),
    root: await toRealPath(places.root),
  }
  const refusal = refusals.find(([applies]) => applies(real))
  if (refusal) throw new OutputError(`${places.out} is not emptied: ${refusal[1]}.`)
  await mkdir(out, { recursive: true })
  const files = listFiles(out)
  const foreign = await findForeign(real, files)
  if (foreign.length > 0) {
    const names = [...foreign.slice(0, 3), ...(foreign.length > 3 ? ['…'] : [])].join(', ')
    throw new OutputError(
      `${places.out} is not emptied: it holds ${names}, which no build wrote. ` +
        'Move that away, or name another folder in BROADSHEET_OUT.',
    )
  }
  await Promise.all((await readdir(out)).map((name) => rm(join(out, name), { recursive: true, force: true })))
  await writeFile(join(out, signature), `${heading}\n${unfinished}\n`)
}

/**
 * Removes from a folder that is just as the last build left it what will be made again, before a build that keeps
 * the files of `kept`.
 */
export async function thinOutput(out: string, kept: ReadonlySet<string>): Promise<void> {
  const [, ...files] = (await readFile(join(out, signature), 'utf8')).trimEnd().split('\n')
  await writeFile(join(out, signature), `${heading}\n${unfinished}\n`)
  for (const file of files) if (!kept.has(file)) await rm(join(out, file), { force: true })
}

/**
 * Notes after a build which files it wrote, so that the next one knows them from others. Empty folders go. Gives
 * everything that stays by its path below `out`; that of a folder ends in a slash.
 */
export async function signOutput(out: string): Promise<readonly string[]> {
  const entries = sweepFolder(out).filter((path) => path !== signature)
  const files = entries.filter((path) => !path.endsWith('/'))
  await writeFile(join(out, signature), `${[heading, ...files.toSorted()].join('\n')}\n`)
  return [signature, ...entries]
}

async function findForeign(places: OutputPlaces, files: readonly string[]): Promise<readonly string[]> {
  const { out, ours } = places
  const checkout = files.filter((file) => file.split('/').includes('.git'))
  if (checkout.length > 0 || out === (await toRealPath(ours))) return checkout
  const lines = files.includes(signature) ? (await readFile(join(out, signature), 'utf8')).split('\n') : []
  if (lines[0] === heading && lines[1] === unfinished) return []
  const known = new Set([signature, ...lines])
  return files.filter((file) => !known.has(file))
}

/**
 * Files below a folder with forward slashes; a `.git` counts as one. A walk of our own takes half the time of
 * `recursive: true`.
 */
function listFiles(folder: string, path = ''): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== '.git'
      ? listFiles(join(folder, entry.name), `${path}${entry.name}/`)
      : `${path}${entry.name}`,
  )
}

/** Removes the empty folders below a folder and lists the rest, all in one walk. */
function sweepFolder(folder: string, path = ''): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const own = `${path}${entry.name}`
    if (!entry.isDirectory()) return own
    const below = join(folder, entry.name)
    const inside = sweepFolder(below, `${own}/`)
    if (inside.length > 0) return [`${own}/`, ...inside]
    rmdirSync(below)
    return []
  })
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

async function toRealPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return resolve(path)
  }
}
