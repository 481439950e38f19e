import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@broadsheet/view'
import { z } from 'zod'
import { toMime } from '../compose/mime.ts'
import { fillPersonal } from '../compose/personal.ts'
import type { PreviewMail } from '../compose/preview-mails.ts'
import { toStandInAddresses } from '../compose/stand-in-addresses.ts'

const Entry = z.looseObject({ name: z.string(), date: z.string() })
const Index = z.object({ mails: z.array(Entry) })

type Entry = z.output<typeof Entry>

/**
 * Writes the three files of each mail and the `index.json` that describes them, newest first. What the folder had
 * before stays in the index unless `replace` is set. A reader's own addresses lead to the subscribe page.
 */
export async function writePreview(
  folder: string,
  mails: readonly PreviewMail[],
  config: Config,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'index.json')
  const before = replace ? [] : await readEntries(file)
  for (const mail of mails) await writeMail(folder, mail, config)
  const names = new Set(mails.map(({ name }) => name))
  const entries = [...mails.map(toEntry), ...before.filter(({ name }) => !names.has(name))]
  const sorted = entries.toSorted((one, other) => other.date.localeCompare(one.date, 'en'))
  await writeFile(file, `${JSON.stringify({ mails: sorted }, undefined, 2)}\n`)
}

async function readEntries(file: string): Promise<readonly Entry[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text === '' ? [] : Index.parse(JSON.parse(text)).mails
}

async function writeMail(
  folder: string,
  { name, date, message }: PreviewMail,
  config: Config,
): Promise<void> {
  const addresses = toStandInAddresses(config)
  const domain = config.mail.from.address.replace(/^.*@/, '')
  const envelope = {
    from: config.mail.from,
    to: { address: 'reader@example.org' },
    ...(config.mail.replyTo !== undefined && { replyTo: { address: config.mail.replyTo } }),
    date,
    messageId: `${name}@${domain}`,
  }
  const files = [
    ['eml', toMime(message, envelope)],
    ['html', message.html],
    ['txt', message.text],
  ] as const
  for (const [suffix, content] of files)
    await writeFile(join(folder, `${name}.${suffix}`), fillPersonal(content, addresses))
}

function toEntry({ name, kind, date, message, fitted }: PreviewMail): Entry {
  const { key, subject, preheader, headers } = message
  return {
    name,
    key,
    kind,
    date: date.slice(0, 10),
    subject,
    preheader,
    htmlBytes: Buffer.byteLength(message.html),
    textBytes: Buffer.byteLength(message.text),
    headers,
    ...(fitted !== undefined && { fitted }),
  }
}
