import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '@broadsheet/view'
import { startPreview } from './preview-server.ts'

try {
  const { out, mails, config } = await readConfig()
  const preview = await startPreview({
    out,
    mails,
    base: config.base,
    port: Number(process.env.PORT || 4321),
  })
  // While somebody edits, the site has a server of its own and only feeds lie here.
  const site = existsSync(join(out, 'index.html'))
    ? `Site   ${preview.site}`
    : `Feeds  ${preview.site}rss.xml`
  process.stdout.write(`${site}\nMails  ${preview.mails}\nCtrl-C stops the preview.\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, preview.close)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
