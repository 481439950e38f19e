import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Folders, readNote, writeNote } from '@broadsheet/view'

/** The program that prints the pages, and the folder of the files that they ask for. */
export type CompiledSite = { readonly program: string; readonly files: string }

/**
 * Who compiles: `makers` says it in words that change when code or configuration do, `plugin` is the address of a
 * module whose default export are Vite plugins that take part.
 */
export type Compiler = { readonly makers?: string | undefined; readonly plugin?: string | undefined }

type Note = Pick<Compiler, 'makers'>

const compiler = fileURLToPath(new URL('./compile-site.ts', import.meta.url))

/** The compiled site of a publication: what the same makers compiled last, else it is compiled now. */
export async function openCompiledSite(
  { mails }: Pick<Folders, 'mails'>,
  { makers, plugin }: Compiler,
): Promise<CompiledSite> {
  const folder = join(dirname(mails), 'site')
  const note = join(folder, 'makers.json')
  if (makers === undefined || readNote<Note>(note)?.makers !== makers) {
    rmSync(folder, { recursive: true, force: true })
    await compile([folder, ...(plugin === undefined ? [] : [plugin])])
    writeNote(note, { makers } satisfies Note)
  }
  return { program: join(folder, 'program/page-program.mjs'), files: join(folder, 'files') }
}

async function compile(args: readonly string[]): Promise<void> {
  const running = spawn(process.execPath, [compiler, ...args], { stdio: 'inherit' })
  const [code, signal] = await once(running, 'close')
  if (code !== 0) throw new Error(`The site was not compiled: the compiler ended with ${signal ?? code}.`)
}
