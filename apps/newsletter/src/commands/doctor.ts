import { resolveTxt } from 'node:dns/promises'
import { pauseAll } from '../deliver/control.ts'
import { examine } from '../deliver/doctor.ts'
import { probeSmtp } from '../deliver/smtp-transport.ts'
import { openMail, times } from './open-mail.ts'
import { readSmtpUrl } from './open-transports.ts'
import { readArgs } from './read-args.ts'

const signs = { ok: 'ok  ', warn: 'warn', bad: 'BAD ' } as const

/**
 * Looks at DNS, mail server, store and configuration; 3 when something is bad. `--restored`, after a backup was
 * put back, pauses every mailing: the store does not know what went out since.
 */
export async function doctor(args: readonly string[]): Promise<number> {
  const flags = { restored: { type: 'boolean' }, json: { type: 'boolean' } } as const
  const { values } = readArgs('doctor', args, flags)
  const mail = await openMail()
  try {
    if (values.restored === true) {
      const paused = await pauseAll(mail.sql, 'the store was restored from a backup')
      process.stdout.write(`${paused} mailings paused. Look at each, then \`cancel\` or \`resume\` it.\n`)
    }
    const smtp = process.env.SMTP_URL ? readSmtpUrl(process.env.SMTP_URL) : undefined
    const findings = await examine({
      ...mail,
      dkim: mail.sender.dkim,
      times,
      resolveTxt: async (name) => (await resolveTxt(name)).map((chunks) => chunks.join('')),
      probe: smtp && (() => probeSmtp({ ...smtp, patienceMs: 15_000 })),
    })
    for (const finding of findings)
      process.stdout.write(
        values.json === true
          ? `${JSON.stringify(finding)}\n`
          : `${signs[finding.state]}  ${finding.about}: ${finding.words}\n`,
      )
    return findings.some(({ state }) => state === 'bad') ? 3 : 0
  } finally {
    await mail.close()
  }
}
