import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { toSiteView } from '@broadsheet/view'
import { type LetterKind, toLetterMessage } from '../compose/letter-message.ts'
import { readyMailContext } from '../compose/mail-context.ts'
import type { Message } from '../compose/message.ts'
import type { Desk } from '../subscribers/desk.ts'
import { createService } from '../subscribers/service.ts'
import { localServiceUrl, type Mail, openMail } from './open-mail.ts'
import { misunderstood, readArgs } from './read-args.ts'
import { stopSignal } from './stop-signal.ts'

/** Runs the service that takes addresses, and delivers the letters that it writes, until it is stopped. */
export async function serve(args: readonly string[]): Promise<number> {
  const flags = { host: { type: 'string' }, port: { type: 'string' }, quiet: { type: 'boolean' } } as const
  const { values } = readArgs('serve', args, flags)
  const port = Number(values.port ?? new URL(localServiceUrl).port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw misunderstood('serve', '--port is a number up to 65535.')
  const mail = await openMail()
  const signal = stopSignal()
  try {
    const site = toSiteView(mail.config, 'mail')
    const server = createService(await toDesk(mail), {
      site,
      trustProxy: mail.config.delivery.trustProxy,
      log: (entry) =>
        values.quiet !== true &&
        process.stdout.write(
          `${JSON.stringify({ at: new Date(mail.clock.now()).toISOString(), ...entry })}\n`,
        ),
    })
    server.listen(port, values.host ?? '127.0.0.1')
    await once(server, 'listening')
    if (values.quiet !== true) process.stderr.write(`Answering at ${formatAddress(server.address())}\n`)
    await mail.work(signal)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return 0
  } finally {
    await mail.close()
  }
}

function formatAddress(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address)
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}/`
}

export async function toDesk({ config, sql, ring, clock }: Mail): Promise<Desk> {
  const context = await readyMailContext(config)
  const letters = new Map<LetterKind, Message>()
  const letter = (kind: LetterKind) => {
    const known = letters.get(kind) ?? toLetterMessage(context, kind)
    letters.set(kind, known)
    return known
  }
  return { sql, ring, clock, letter }
}
