import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach } from 'vitest'

export type SmtpPhase =
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'dot'
  | 'rset'

/** Where a session stands: `mails` counts those taken on this connection, `bytes` of the body so far. */
export type SmtpMoment = {
  readonly phase: SmtpPhase
  readonly connection: number
  readonly mails: number
  readonly from: string
  readonly to: string
  readonly bytes: number
}

/** What to do instead of the good answer. `reply` goes out as it is, with CRLF behind it unless it has one. */
export type Reaction = {
  readonly reply?: string | Buffer
  readonly delayMs?: number
  /** `accept` takes the mail, and so does `accept-and-close`, which then hangs up. */
  readonly after?: 'destroy' | 'half-close' | 'hang' | 'accept' | 'accept-and-close'
}

export type Script = (moment: SmtpMoment) => Reaction | undefined | Promise<Reaction | undefined>

export type TakenMail = {
  readonly to: string
  readonly from: string
  readonly messageId: string
  readonly bytes: Buffer
}

export type FaultSmtp = {
  readonly port: number
  /** Mails that were answered with 250 or would have been, oldest first. */
  readonly taken: TakenMail[]
  /** Every mail that came to its end, refused ones too. */
  readonly offered: TakenMail[]
  readonly connections: () => number
  script: Script
  readonly close: () => Promise<void>
}

type Options = {
  readonly script?: Script
  /** Extensions after EHLO. */
  readonly offers?: readonly string[]
  /** A file that gets one durable line for each mail before its 250. */
  readonly journal?: string
  readonly keepBytes?: boolean
}

const goodReplies: Readonly<Record<Exclude<SmtpPhase, 'ehlo' | 'body'>, string>> = {
  greeting: '220 fault.example ESMTP',
  starttls: '220 2.0.0 go ahead',
  auth: '235 2.7.0 welcome',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go on',
  dot: '250 2.0.0 taken',
  rset: '250 2.0.0 reset',
}

const phases: Readonly<Record<string, SmtpPhase>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  RSET: 'rset',
}

/** Servers for the tests of a file, each closed when its test is over. */
export function useServers(): typeof startFaultSmtp {
  const servers: FaultSmtp[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })
  return async (...args) => {
    const server = await startFaultSmtp(...args)
    servers.push(server)
    return server
  }
}

/** A mail server that fails as it is told, at any phase, and remembers what it took. */
export async function startFaultSmtp(options: Options = {}): Promise<FaultSmtp> {
  const sockets = new Set<Socket>()
  const journal = options.journal === undefined ? undefined : openSync(options.journal, 'a')
  let connections = 0
  const smtp: FaultSmtp = {
    port: 0,
    taken: [],
    offered: [],
    connections: () => connections,
    script: options.script ?? (() => undefined),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      if (journal !== undefined) closeSync(journal)
    },
  }
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    runSession(socket, smtp, connections, options, journal)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(smtp, { port: portOf(server.address()) })
}

type Session = {
  from: string
  to: string
  hasRecipient: boolean
  mails: number
  body: Buffer[] | undefined
  bytes: number
}

function runSession(
  socket: Socket,
  smtp: FaultSmtp,
  connection: number,
  options: Options,
  journal: number | undefined,
): void {
  const session: Session = { from: '', to: '', hasRecipient: false, mails: 0, body: undefined, bytes: 0 }
  let buffered = Buffer.alloc(0)
  let turn: Promise<unknown> = react('greeting')
  socket.on('data', (chunk) => {
    turn = turn.then(() => read(chunk))
  })
  socket.on('end', () => socket.end())

  async function read(chunk: Buffer): Promise<void> {
    if (session.body !== undefined) return readBody(chunk)
    buffered = Buffer.concat([buffered, chunk])
    for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
      const line = buffered.subarray(0, end).toString('latin1')
      buffered = buffered.subarray(end + 2)
      await command(line)
      if (session.body !== undefined) return buffered.length > 0 ? readBody(buffered.subarray(0)) : undefined
    }
  }

  async function command(line: string): Promise<void> {
    const verb = line.slice(0, line.search(/[ :]|$/)).toUpperCase()
    if (verb === 'QUIT') return void socket.end('221 2.0.0 bye\r\n')
    const phase = phases[verb]
    if (phase === undefined) return void socket.write('502 5.5.1 unknown\r\n')
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (phase === 'mail') Object.assign(session, { from: address, to: '', hasRecipient: false })
    if (phase === 'rcpt') session.to = address
    if (phase === 'data' && !session.hasRecipient)
      return void socket.write('554 5.5.1 no valid recipients\r\n')
    const isGood = await react(phase)
    if (phase === 'rcpt') session.hasRecipient = isGood
    if (phase === 'data' && isGood) Object.assign(session, { body: [], bytes: 0 })
  }

  async function readBody(chunk: Buffer): Promise<void> {
    buffered = Buffer.alloc(0)
    session.body?.push(chunk)
    session.bytes += chunk.length
    if (!(await react('body'))) return
    const whole = session.body ?? []
    const tail = Buffer.concat(whole.slice(-2))
    if (!(tail.subarray(-5).equals(endOfMail) || (session.bytes === 3 && tail.equals(endOfMail.subarray(2)))))
      return
    const bytes = Buffer.concat(whole)
    session.body = undefined
    await react('dot', bytes)
  }

  /** Answers; true when the answer was the good one. */
  async function react(phase: SmtpPhase, mail?: Buffer): Promise<boolean> {
    const { from, to, mails, bytes } = session
    const reaction = await smtp.script({ phase, connection, mails, from, to, bytes })
    if (reaction?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reaction.delayMs))
    if (mail !== undefined) take(mail, reaction?.after?.startsWith('accept') ?? reaction === undefined)
    if (reaction === undefined || (reaction.after === 'accept' && reaction.reply === undefined)) {
      if (phase !== 'body')
        socket.write(`${phase === 'ehlo' ? formatEhlo(options.offers) : goodReplies[phase]}\r\n`)
      return true
    }
    const { reply, after } = reaction
    if (reply !== undefined)
      socket.write(typeof reply === 'string' && !reply.endsWith('\n') ? `${reply}\r\n` : reply)
    if (after === 'destroy') socket.destroy()
    if (after === 'half-close' || after === 'accept-and-close') socket.end()
    if (after === 'hang') await new Promise(() => undefined)
    return false
  }

  function take(bytes: Buffer, isTaken: boolean): void {
    const head = bytes.subarray(0, 4000).toString('latin1')
    const messageId = /^message-id: *(?:\r\n )?<([^>]+)>/im.exec(head)?.[1] ?? ''
    const mail = {
      to: session.to,
      from: session.from,
      messageId,
      bytes: options.keepBytes ? bytes : Buffer.alloc(0),
    }
    smtp.offered.push(mail)
    if (!isTaken) return
    session.mails += 1
    if (journal !== undefined) {
      writeSync(journal, `${mail.to} ${messageId}\n`)
      fdatasyncSync(journal)
    }
    smtp.taken.push(mail)
  }
}

const endOfMail = Buffer.from('\r\n.\r\n')

function formatEhlo(offers: readonly string[] = ['PIPELINING', '8BITMIME', 'ENHANCEDSTATUSCODES']): string {
  const lines = ['fault.example', ...offers]
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n')
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
