import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')

const Index = z.object({
  mails: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      subject: z.string(),
      htmlBytes: z.number(),
      fitted: z.object({ papers: z.array(z.object({ key: z.string() })) }).optional(),
    }),
  ),
})

/** A mail as the preview command wrote it. */
export type BuiltMail = z.output<typeof Index>['mails'][number] & {
  readonly eml: string
  readonly html: string
  readonly text: string
}

/** Every mail of a folder of digests (below the repository), written by the command that operators use. */
export async function buildMails(content: string): Promise<readonly BuiltMail[]> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-mail-'))
  await runNewsletter(['preview', '--all', '--quiet', '--out', folder], { BROADSHEET_CONTENT: content })
  const { mails } = Index.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')))
  const read = (name: string, suffix: string) => readFile(join(folder, `${name}.${suffix}`), 'utf8')
  return Promise.all(
    mails.map(async (mail) => ({
      ...mail,
      eml: await read(mail.name, 'eml'),
      html: await read(mail.name, 'html'),
      text: await read(mail.name, 'txt'),
    })),
  )
}

/** Runs a command of the newsletter and gives what it printed. */
export async function runNewsletter(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const main = 'apps/newsletter/src/main.ts'
  const options = { cwd: root, env: { ...process.env, ...env } }
  return (await promisify(execFile)(process.execPath, [main, ...args], options)).stdout
}
