import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Course, createGatedStream } from './gated-stream.ts'
import type { Outcome } from './outcome.ts'
import { cleanReply, type Phase, readReply } from './smtp-reply.ts'
import type { OutgoingMail, Transport } from './transport.ts'

export type SmtpSettings = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'required' | 'none'
  readonly login?: { readonly user: string; readonly pass: string } | undefined
  /** The longest silence before a connection counts as lost; RFC 5321 wants ten minutes for the last reply. */
  readonly timeoutMs: number
  /** How long everything before the last byte may take; shorter than the lease of a claim. */
  readonly patienceMs: number
  readonly messagesPerConnection: number
}

/** `onLost` is whoever waits for the connection now. */
type Link = {
  readonly connection: SMTPConnection
  sent: number
  alive: boolean
  onLost: (error: Error) => void
}
type Attempt = { readonly outcome: Outcome; readonly heardNothing: boolean }

/** Makes transports that connect one after the other, so that one refused password is one try and not eight. */
export function createSmtpTransports(settings: SmtpSettings): () => Transport {
  let turn: Promise<unknown> = Promise.resolve()
  let refusals = 0
  const openInTurn = (): Promise<Link | Outcome> => {
    const seen = refusals
    const opened = turn.then(async () => {
      if (refusals > seen) return { kind: 'aborted' as const }
      const result = await open(settings)
      if ('kind' in result) refusals += 1
      return result
    })
    turn = opened
    return opened
  }
  return () => createSmtpTransport(settings, openInTurn)
}

/**
 * One connection at a time to a mail server. nodemailer speaks SMTP; what it cannot tell is told here: in which
 * phase a connection broke, and the end of a mail leaves only after `begin`.
 */
function createSmtpTransport(settings: SmtpSettings, openLink: () => Promise<Link | Outcome>): Transport {
  let link: Link | undefined
  const drop = () => {
    link?.connection.close()
    link = undefined
  }
  return {
    send: async (mail, begin) => {
      if (link !== undefined && (!link.alive || link.sent >= settings.messagesPerConnection)) drop()
      const isReused = link !== undefined
      const first = await attempt(mail, begin)
      // Servers end sessions as they like; a mail that met only that deserves a fresh connection.
      return isReused && first.heardNothing ? (await attempt(mail, begin)).outcome : first.outcome
    },
    close: async () => {
      link?.connection.quit()
      link = undefined
    },
  }

  async function attempt(mail: OutgoingMail, begin: () => Promise<boolean>): Promise<Attempt> {
    if (link === undefined) {
      const opened = await openLink()
      if ('kind' in opened) return { outcome: opened, heardNothing: false }
      link = opened
    }
    const used = link
    const result = await sendOver(used, mail, begin, settings)
    used.sent += 1
    if (result.outcome.kind !== 'accepted' && !(await reset(used, result.outcome))) drop()
    return result
  }
}

/** Connects, secures and logs in, and leaves again: what went wrong, or undefined. */
export async function probeSmtp(settings: SmtpSettings): Promise<string | undefined> {
  const opened = await open(settings)
  if ('connection' in opened) opened.connection.quit()
  return 'kind' in opened && opened.kind === 'refused' ? opened.reply : undefined
}

/** Connects, greets, secures and logs in. */
function open(settings: SmtpSettings): Promise<Link | Outcome> {
  const { host, port, tls, login, timeoutMs, patienceMs } = settings
  const connection = new SMTPConnection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: Math.min(30_000, patienceMs),
    greetingTimeout: Math.min(30_000, patienceMs),
    socketTimeout: timeoutMs,
    maxResponseSize: 64 * 1024,
    allowInternalNetworkInterfaces: true,
  })
  return new Promise((resolve) => {
    const refuse = (phase: Phase, error: Error) => {
      connection.close()
      resolve(readReply(phase, replyOf(error), error.message))
    }
    const link: Link = {
      connection,
      sent: 0,
      alive: true,
      onLost: (error) => refuse(isLogin(error) ? 'login' : 'connect', error),
    }
    const lose = (error: Error) => {
      link.alive = false
      // nodemailer says first that a session is over, and only then why.
      queueMicrotask(() => link.onLost(error))
    }
    connection.on('error', lose)
    connection.on('end', () => lose(new Error('The server closed the connection.')))
    connection.connect((error) => {
      if (error) return refuse('connect', error)
      if (login === undefined || connection.authenticated) return resolve(link)
      connection.login({ credentials: login }, (failure) =>
        failure ? refuse('login', failure) : resolve(link),
      )
    })
  })
}

function sendOver(
  link: Link,
  mail: OutgoingMail,
  begin: () => Promise<boolean>,
  { patienceMs }: SmtpSettings,
): Promise<Attempt> {
  const course: Course = { piped: false, begun: false, ended: false, denied: false }
  return new Promise((resolve) => {
    const finish = (outcome: Outcome, heardNothing = false) => {
      clearTimeout(timer)
      resolve({ outcome, heardNothing })
    }
    const fail = (error: Error) => {
      const heardNothing =
        !course.piped &&
        (replyOf(error) === undefined || /^421/.test(replyOf(error) ?? '')) &&
        phaseOf(error, course) !== 'recipient'
      finish(
        course.denied
          ? { kind: 'aborted' }
          : readReply(phaseOf(error, course), replyOf(error), error.message),
        heardNothing,
      )
    }
    const timer = setTimeout(() => {
      if (course.begun) return
      link.alive = false
      link.connection.close()
      fail(new Error('The server took too long.'))
    }, patienceMs)
    link.onLost = fail
    const message = createGatedStream(mail.pieces, course, begin, (outcome) => {
      link.alive = false
      link.connection.close()
      finish(outcome)
    })
    link.connection.send({ from: mail.from, to: mail.to, size: countBytes(mail) }, message, (error, info) => {
      if (error) fail(error)
      else if (course.ended && info !== undefined) finish(toAccepted(info.response, info.serverMessageId))
      else fail(new Error('The server answered before the end of the mail.'))
    })
  })
}

function countBytes({ pieces }: OutgoingMail): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}

/** After a refusal the session goes on with RSET; anything stranger ends it. */
function reset(link: Link, outcome: Outcome): Promise<boolean> {
  const isOrderly = outcome.kind === 'refused' && outcome.scope !== 'service' && link.alive
  if (!isOrderly) return Promise.resolve(false)
  return new Promise((resolve) => {
    link.onLost = () => resolve(false)
    link.connection.reset((error) => resolve(!error))
  })
}

type SmtpError = Error & { readonly command?: string; readonly response?: unknown; readonly code?: string }

function phaseOf(error: SmtpError, course: Course): Phase {
  if (course.ended) return 'end'
  if (isLogin(error)) return 'login'
  if (error.command === 'MAIL FROM') return 'sender'
  if (error.command === 'RCPT TO') return 'recipient'
  if (error.command === 'DATA') return 'data'
  return course.piped ? 'body' : 'connect'
}

const isLogin = (error: SmtpError) => error.code === 'EAUTH' || error.command?.startsWith('AUTH') === true

function replyOf(error: SmtpError): string | undefined {
  return typeof error.response === 'string' && error.response !== '' ? error.response : undefined
}

function toAccepted(reply: string, remoteId: string | undefined): Outcome {
  return { kind: 'accepted', reply: cleanReply(reply), ...(remoteId !== undefined && { remoteId }) }
}
