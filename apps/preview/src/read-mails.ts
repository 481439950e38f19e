import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Index = z.object({
  mails: z.array(
    z.object({
      name: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
      kind: z.string(),
      date: z.string(),
      subject: z.string(),
    }),
  ),
})

/** A mail in the list of mails; `name` is its file name without suffix and its address in the preview. */
export type MailEntry = z.output<typeof Index>['mails'][number]

/** A mail as it was built: the whole message, and the two bodies as they were before they were encoded. */
export type Mail = MailEntry & { readonly source: string; readonly html: string; readonly text: string }

/** The mails of a folder, in the order of its `index.json`; none where the newsletter was not built yet. */
export async function readMailList(folder: string): Promise<readonly MailEntry[]> {
  const json = await readText(folder, 'index.json')
  return json === '' ? [] : Index.parse(JSON.parse(json)).mails
}

/** One mail with its three files; undefined for a name that the list does not have. */
export async function readMail(folder: string, name: string): Promise<Mail | undefined> {
  const entry = (await readMailList(folder)).find((mail) => mail.name === name)
  if (entry === undefined) return undefined
  const [source, html, text] = await Promise.all(
    ['eml', 'html', 'txt'].map((suffix) => readText(folder, `${name}.${suffix}`)),
  )
  return { ...entry, source: source ?? '', html: html ?? '', text: text ?? '' }
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
