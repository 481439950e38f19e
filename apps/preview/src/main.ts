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
  process.stdout.write(`Site   ${preview.site}\nMails  ${preview.mails}\nCtrl-C stops the preview.\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, preview.close)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
