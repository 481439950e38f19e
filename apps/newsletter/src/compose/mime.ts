import { createHash } from 'node:crypto'
import { encodeAddress, encodeHeader } from './header.ts'
import type { Message } from './message.ts'
import { encodeQuotedPrintable } from './quoted-printable.ts'

export type Mailbox = { readonly name?: string; readonly address: string }

/** What a mail has beside its Message. `date` is an RFC 3339 instant, `messageId` stands without brackets. */
export type Envelope = {
  readonly from: Mailbox
  readonly to: Mailbox
  readonly replyTo?: Mailbox
  readonly date: string
  readonly messageId: string
}

/**
 * A whole mail in ASCII with CRLF: one of each header, then text and HTML as multipart/alternative. Pure:
 * date and Message-ID come from outside, and the boundary is a hash of the content.
 */
export function toMime(message: Message, envelope: Envelope): string {
  return `${encodeHeaders(message, envelope)}\r\n${encodeBody(message)}`
}

/** The header fields, each ended by CRLF; the content's own fields come with `encodeBody`'s boundary. */
export function encodeHeaders(message: Message, envelope: Envelope): string {
  const fields = [
    encodeAddress('From', envelope.from),
    encodeAddress('To', envelope.to),
    ...(envelope.replyTo === undefined ? [] : [encodeAddress('Reply-To', envelope.replyTo)]),
    encodeHeader('Subject', message.subject),
    encodeHeader('Date', toMailDate(envelope.date)),
    encodeHeader('Message-ID', `<${envelope.messageId}>`),
    ...message.headers.map(([name, value]) => encodeHeader(name, value)),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative;\r\n boundary="${toBoundary(message)}"`,
  ]
  return fields.map((field) => `${field}\r\n`).join('')
}

/** The parts with their boundaries: the same for every recipient but for the placeholders in it. */
export function encodeBody(message: Message): string {
  const boundary = toBoundary(message)
  const parts = [
    ['text/plain', message.text],
    ['text/html', message.html],
  ] as const
  const encoded = parts.map(([type, content]) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      encodeQuotedPrintable(content),
      '',
    ].join('\r\n'),
  )
  return `${encoded.join('')}--${boundary}--\r\n`
}

// `=_` cannot stand in quoted-printable text, so no content can end a part.
function toBoundary(message: Message): string {
  const hash = createHash('sha256').update(message.text).update('\0').update(message.html).digest('hex')
  return `=_${hash.slice(0, 32)}`
}

/** `Thu, 16 Oct 2025 08:00:00 +0000`, whatever zone the machine is in. */
function toMailDate(instant: string): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
