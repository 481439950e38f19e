import { createHash } from 'node:crypto'
import { readPublication } from '@broadsheet/view'
import { findConcern, listMailings, readAccounting } from '../deliver/accounting.ts'
import { formatAccounting } from './format-accounting.ts'
import { noMailing } from './no-mailing.ts'
import { openMail } from './open-mail.ts'
import { readArgs } from './read-args.ts'

/** Where mailings stand, the newest without a name. 3 when one of them wants somebody to look. */
export async function status(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(
    'status',
    args,
    { json: { type: 'boolean' } } as const,
    Number.POSITIVE_INFINITY,
  )
  const mail = await openMail()
  try {
    const ids = positionals.length > 0 ? positionals : await listMailings(mail.sql, 5)
    if (ids.length === 0) process.stdout.write('Nothing was sent yet.\n')
    const sources = await readSources()
    let exit = 0
    for (const id of ids) {
      const accounting = await readAccounting(mail.sql, id)
      if (accounting === undefined) throw await noMailing(mail.sql, id)
      const current = sources.get(accounting.slug)
      const isEdited = current !== undefined && current !== accounting.source
      process.stdout.write(
        values.json === true
          ? `${JSON.stringify({ ...accounting, isEdited })}\n`
          : formatAccounting(accounting, isEdited),
      )
      if (findConcern(accounting) !== undefined) exit = 3
    }
    return exit
  } finally {
    await mail.close()
  }
}

/** Hashes of the digests as they are now, by slug. */
async function readSources(): Promise<ReadonlyMap<string, string>> {
  const { archive } = await readPublication()
  return new Map(
    archive.digests.map((digest) => [
      digest.slug,
      createHash('sha256')
        .update(JSON.stringify([digest]))
        .digest('hex'),
    ]),
  )
}
