import type { Outcome, Scope } from './outcome.ts'

/** What the last command was when a server refused or a connection ended. */
export type Phase = 'connect' | 'login' | 'sender' | 'recipient' | 'data' | 'body' | 'end'

const scopes: Readonly<Record<Phase, Scope>> = {
  connect: 'service',
  login: 'service',
  sender: 'sender',
  recipient: 'recipient',
  data: 'message',
  body: 'service',
  end: 'message',
}

/**
 * Reads a reply, or the lack of one, in the phase it came in. Without a reply before the end of the mail nothing
 * has happened; after it, nobody knows.
 */
export function readReply(phase: Phase, reply: string | undefined, reason: string): Outcome {
  const status = /^([2-5]\d\d)(?:[ -]|$)/.exec(reply ?? '')?.[1]
  if (reply === undefined || status === undefined || status.startsWith('3') || status.startsWith('2'))
    return phase === 'end'
      ? { kind: 'unknown', reason: cleanReply(reply ?? reason) }
      : { kind: 'refused', scope: 'service', permanent: false, code: '', reply: cleanReply(reply ?? reason) }
  const enhanced = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1]
  const isClosing = status === '421' && phase !== 'recipient' && phase !== 'end'
  return {
    kind: 'refused',
    scope: isClosing ? 'service' : scopes[phase],
    permanent: status.startsWith('5'),
    code: phase === 'login' ? status : (enhanced ?? status),
    reply: cleanReply(reply),
    ...(phase === 'end' && { afterDot: true }),
  }
}

/** A server's words in one line of printable text. Addresses in them are cut: they stand in one table alone. */
export function cleanReply(reply: string): string {
  return reply
    .toWellFormed()
    .slice(0, 2000)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/([^\s<>@"':;,()[\]])[^\s<>@"':;,()[\]]*@(?=[\p{L}\p{N}[])/gu, '$1***@')
    .trim()
    .slice(0, 500)
}
