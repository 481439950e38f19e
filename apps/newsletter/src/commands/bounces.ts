import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type BounceResult, takeBounce } from '../deliver/bounce.ts'
import { openMail } from './open-mail.ts'
import { readArgs } from './read-args.ts'

/**
 * Reads reports of failed mails and complaints: every file of a folder, or one mail on standard input. Files stay
 * where they are; reading one again changes nothing.
 */
export async function bounces(args: readonly string[]): Promise<number> {
  const { positionals } = readArgs('bounces', args, {}, 1)
  const mail = await openMail()
  try {
    const counts = new Map<BounceResult, number>()
    for await (const source of readMails(positionals[0])) {
      const result = await takeBounce(mail.sql, mail.ring, source)
      counts.set(result, (counts.get(result) ?? 0) + 1)
    }
    const words = [...counts].map(([result, count]) => `${count} ${result}`)
    process.stdout.write(`${words.join(', ') || 'no mails'}\n`)
    return 0
  } finally {
    await mail.close()
  }
}

async function* readMails(folder: string | undefined): AsyncGenerator<string> {
  if (folder === undefined || folder === '-') {
    yield await text(process.stdin)
    return
  }
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isFile()) yield readFile(join(folder, entry.name), 'utf8')
}
