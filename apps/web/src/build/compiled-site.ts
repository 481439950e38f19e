import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Folders, readNote, writeNote } from '@broadsheet/view'

/** The program that prints the pages, and the folder of the files that they ask for. */
export type CompiledSite = { readonly program: string; readonly files: string }

type Note = { readonly makers: string }

/** The compiled site of a publication: what the same makers compiled last, else what `compile` makes now. */
export async function openCompiledSite(
  { mails }: Pick<Folders, 'mails'>,
  makers: string | undefined,
  compile: (site: CompiledSite) => Promise<void>,
): Promise<CompiledSite> {
  const folder = join(dirname(mails), 'site')
  const note = join(folder, 'makers.json')
  const site = { program: join(folder, 'program/page-program.mjs'), files: join(folder, 'files') }
  if (makers !== undefined && readNote<Note>(note)?.makers === makers) return site
  rmSync(folder, { recursive: true, force: true })
  await compile(site)
  if (makers !== undefined) writeNote(note, { makers } satisfies Note)
  return site
}
