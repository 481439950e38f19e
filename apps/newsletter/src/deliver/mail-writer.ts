import { z } from 'zod'
import type { Message } from '../compose/message.ts'
import type { Mailbox } from '../compose/mime.ts'
import type { Claim } from './claim.ts'
import { type DkimKey, signDkim } from './dkim.ts'
import type { Keys } from './keys.ts'
import { fillTemplate, type MailTemplate, toMailTemplate } from './mail-template.ts'
import { readNumber, readText, type Sql } from './sql.ts'
import {
  formatBounceAddress,
  formatConfirmToken,
  formatMessageId,
  formatToken,
  toMailingRef,
} from './tokens.ts'
import type { OutgoingMail } from './transport.ts'

export type Sender = {
  readonly from: Mailbox
  readonly replyTo?: Mailbox | undefined
  /** Bounces come back to this address with a tag behind a plus sign. */
  readonly bounceAddress: string
  /** Where the service answers, ending in a slash. */
  readonly serviceUrl: string
  readonly keys: Keys
  readonly dkim: readonly DkimKey[]
}

/** A mail that cannot be written, now or ever: what was sealed is not what a mail is made of. */
export class MailError extends Error {
  override readonly name = 'MailError'
}

type SealedVariant = { readonly template: MailTemplate; readonly sealedAt: number; readonly ref: string }

const mostVariants = 64

const SealedMessage = z.object({
  key: z.string(),
  kind: z.enum(['daily', 'weekly', 'confirmation', 'welcome', 'goodbye']),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
}) satisfies z.ZodType<Message>

/**
 * Writes mails from what was sealed. The same claim gives the same bytes, on a retry too: Date is the time of
 * sealing, and an Ed25519 or RSA signature of the same bytes is the same.
 */
export function createMailWriter(sql: Sql, sender: Sender): (claim: Claim) => Promise<OutgoingMail> {
  const variants = new Map<string, Promise<SealedVariant>>()
  return async (claim) => {
    const key = `${claim.mailing} ${claim.variant}`
    const known = variants.get(key) ?? readVariant(sql, sender, claim)
    if (!variants.has(key)) keep(variants, key, known)
    return writeMail(await known, sender, claim)
  }
}

function keep(
  variants: Map<string, Promise<SealedVariant>>,
  key: string,
  variant: Promise<SealedVariant>,
): void {
  const [oldest] = variants.keys()
  if (variants.size >= mostVariants && oldest !== undefined) variants.delete(oldest)
  variants.set(key, variant)
  variant.catch(() => variants.delete(key))
}

async function readVariant(
  sql: Sql,
  { from, replyTo }: Sender,
  { mailing, variant }: Claim,
): Promise<SealedVariant> {
  const [row] = await sql.all(
    'select v.message, m.sealed_at, m.ref from variant v join mailing m on m.id = v.mailing where v.mailing = $1 and v.id = $2',
    [mailing, variant],
  )
  if (row === undefined) throw new MailError(`Mailing ${mailing} has no variant ${variant}.`)
  const sealedAt = readNumber(row, 'sealed_at')
  const message = parseSealed(readText(row, 'message'))
  const date = new Date(sealedAt).toISOString()
  return { template: toMailTemplate(message, { from, replyTo, date }), sealedAt, ref: readText(row, 'ref') }
}

function parseSealed(text: string): Message {
  try {
    return SealedMessage.parse(JSON.parse(text))
  } catch (cause) {
    throw new MailError('What was sealed cannot be read.', { cause })
  }
}

async function writeMail(variant: SealedVariant, sender: Sender, claim: Claim): Promise<OutgoingMail> {
  const { mailing, subscriber, address } = claim
  if (address === undefined) throw new MailError('A mail needs an address.')
  const { keys, bounceAddress } = sender
  const bearer = { subscriber, ref: variant.ref }
  const { head, body } = fillTemplate(variant.template, {
    ...toPersonalAddresses(sender, mailing, subscriber),
    to: address,
    messageId: formatMessageId(keys, bearer, domainOf(sender.from.address)),
  })
  const seconds = Math.floor(variant.sealedAt / 1000)
  const signatures: string[] = []
  for (const key of sender.dkim) signatures.push(await signDkim(key, head, body, seconds))
  return {
    id: `${mailing}/${subscriber}`,
    from: formatBounceAddress(keys, bounceAddress, bearer),
    to: address,
    pieces: [Buffer.from(`${signatures.join('')}${head}\r\n`, 'latin1'), ...body],
  }
}

/** A recipient's own links. */
export function toPersonalAddresses(
  { serviceUrl, keys }: Pick<Sender, 'serviceUrl' | 'keys'>,
  mailing: string,
  subscriber: string,
): { readonly leave: string; readonly preferences: string; readonly confirm: string } {
  const bearer = { subscriber, ref: toMailingRef(mailing) }
  return {
    leave: `${serviceUrl}leave/${formatToken(keys, 'leave', bearer)}`,
    preferences: `${serviceUrl}preferences/${formatToken(keys, 'manage', bearer)}`,
    confirm: `${serviceUrl}confirm/${formatConfirmToken(keys, mailing)}`,
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
