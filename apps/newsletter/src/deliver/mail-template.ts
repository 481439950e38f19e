import type { Message } from '../compose/message.ts'
import { encodeBody, encodeHeaders, type Mailbox } from '../compose/mime.ts'
import { type PersonalAddress, placeholders } from '../compose/personal.ts'

/**
 * A mail encoded once: everything is bytes already but the places where a recipient's own words go. Filling
 * those in costs a copy of the bytes, where encoding a mail again would cost milliseconds.
 */
export type MailTemplate = { readonly head: readonly Piece[]; readonly body: readonly Piece[] }
export type Piece = Buffer | Slot
export type Slot = PersonalAddress | 'to' | 'messageId'

export type PersonalWords = Readonly<Record<Slot, string>>

const markers: Readonly<Record<Slot, string>> = {
  ...placeholders,
  to: 'XXRECIPIENTXX',
  messageId: 'XXMESSAGEIDXX',
}
const slots: ReadonlyMap<string, Slot> = new Map([
  [markers.leave, 'leave'],
  [markers.preferences, 'preferences'],
  [markers.confirm, 'confirm'],
  [markers.to, 'to'],
  [markers.messageId, 'messageId'],
])
const anyMarker = new RegExp(`(${Object.values(markers).join('|')})`)
const softBreak = '=\r\n'
const columns = 75

/** `date` is an RFC 3339 instant. */
export function toMailTemplate(
  message: Message,
  {
    from,
    replyTo,
    date,
  }: { readonly from: Mailbox; readonly replyTo?: Mailbox | undefined; readonly date: string },
): MailTemplate {
  const envelope = {
    from,
    to: { address: markers.to },
    ...(replyTo && { replyTo }),
    date,
    messageId: markers.messageId,
  }
  return {
    head: split(encodeHeaders(message, envelope)),
    body: split(breakAround(encodeBody(message))),
  }
}

/** The header fields and the body, in pieces, of one recipient's mail. */
export function fillTemplate(
  { head, body }: MailTemplate,
  words: PersonalWords,
): { head: string; body: Buffer[] } {
  const lines = new Map<Slot, Buffer>()
  const toBytes = (slot: Slot) => {
    const known = lines.get(slot) ?? Buffer.from(toLines(words[slot]), 'latin1')
    lines.set(slot, known)
    return known
  }
  return {
    head: head.map((piece) => (typeof piece === 'string' ? words[piece] : piece.toString('latin1'))).join(''),
    body: body.map((piece) => (typeof piece === 'string' ? toBytes(piece) : piece)),
  }
}

function split(encoded: string): Piece[] {
  return encoded.split(anyMarker).map((piece) => slots.get(piece) ?? Buffer.from(piece, 'latin1'))
}

/** A slot gets lines of its own, by soft breaks that vanish when the mail is decoded, so any word fits in. */
function breakAround(encoded: string): string {
  const around = new RegExp(`(^|\\n)?${anyMarker.source}`, 'g')
  return encoded.replace(around, (_, start: string | undefined, marker: string) =>
    start === undefined ? `${softBreak}${marker}${softBreak}` : `${start}${marker}${softBreak}`,
  )
}

/** Quoted-printable of an address, which is ASCII; only `=` needs an escape. */
function toLines(word: string): string {
  const encoded = word.replaceAll('=', '=3D')
  return (encoded.match(new RegExp(`.{1,${columns - 2}}(?<!=.?)`, 'g')) ?? []).join(softBreak)
}
