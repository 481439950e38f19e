import { join, resolve } from 'node:path'
import { createFolderTransport } from '../deliver/folder-transport.ts'
import { createSmtpTransports, type SmtpSettings } from '../deliver/smtp-transport.ts'
import type { Transport } from '../deliver/transport.ts'
import { UsageError } from './usage-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Makers of the way out that the environment names: a mail server, or else a folder of `.eml` files. */
export function openTransports(env: Environment, root: string): () => Transport {
  if (env.SMTP_URL) return createSmtpTransports(readSmtpUrl(env.SMTP_URL))
  return () => createFolderTransport(toOutbox(env, root))
}

/** Where mails go when no server is named: below the data folder, if there is one, else `outbox` in the project. */
export function toOutbox(env: Environment, root: string): string {
  return env.BROADSHEET_DATA ? join(resolve(root, env.BROADSHEET_DATA), 'outbox') : join(root, 'outbox')
}

/**
 * `smtp://user:password@host:587` or `smtps://…:465`. Encryption is a must but on this machine. The address may hold
 * a password, so no message repeats it.
 */
export function readSmtpUrl(address: string): SmtpSettings {
  const url = URL.parse(address)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new UsageError('SMTP_URL is no address such as smtp://user:password@mail.example.org:587.')
  }
  const implicit = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (implicit ? 465 : 587)),
    tls: implicit ? 'implicit' : isThisMachine(url.hostname) ? 'none' : 'required',
    ...(url.username !== '' && {
      login: { user: readPart(url.username), pass: readPart(url.password) },
    }),
    timeoutMs: 10 * 60_000,
    patienceMs: 60_000,
    messagesPerConnection: 100,
  }
}

export function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

function readPart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new UsageError('SMTP_URL has a % that begins no escape: in a user or a password write %25.')
  }
}
