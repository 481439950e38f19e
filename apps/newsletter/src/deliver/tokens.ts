import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { toBase32 } from './base32.ts'
import type { KeyRing, Keys } from './keys.ts'

/** What a link may do: leave and nothing else, or see and change everything about one subscriber. */
export type Purpose = 'leave' | 'manage'

/** Whose link it is, and of which mailing (its `ref`, or `0` outside a mailing). */
export type Bearer = { readonly subscriber: string; readonly ref: string }

/** A short name of a mailing for tokens and bounce addresses. */
export function toMailingRef(mailing: string): string {
  return toBase32(createHash('sha256').update(mailing).digest(), 8)
}

/** `v1.<key>.<subscriber>.<mailing>.<mac>`: never expires, and holds no address. */
export function formatToken(keys: Keys, purpose: Purpose, { subscriber, ref }: Bearer): string {
  const body = `v1.${keys.id}.${subscriber}.${ref}`
  return `${body}.${sign(keys[purpose], `${purpose} ${body}`)}`
}

/** Undefined for any token that we did not make for this very purpose. Takes the same time for any guess. */
export function parseToken(ring: KeyRing, purpose: Purpose, token: string): Bearer | undefined {
  const match = /^(v1\.([0-9a-f]{4})\.([a-z2-7]{16})\.([a-z2-7]{8}|0))\.([\w-]{22})$/.exec(token)
  const [, body = '', id = '', subscriber = '', ref = '', mac = ''] = match ?? []
  // An unknown key costs one comparison too, so that its answer is not faster than a wrong signature.
  const keys = ring.all.find((candidate) => candidate.id === id) ?? ring.current
  const isGenuine = isEqual(mac, sign(keys[purpose], `${purpose} ${body}`))
  return isGenuine && keys.id === id ? { subscriber, ref } : undefined
}

/** The token of a confirmation: unguessable, kept as a hash alone, and made again when its mail is written. */
export function formatConfirmToken(keys: Keys, mailing: string): string {
  return createHmac('sha256', keys.confirm).update(mailing).digest('base64url')
}

/** Where a bounce of exactly this mail comes back to: `local+<tag>@domain` (VERP). */
export function formatBounceAddress(keys: Keys, base: string, { subscriber, ref }: Bearer): string {
  const at = base.lastIndexOf('@')
  return `${base.slice(0, at)}+${subscriber}${ref}${signTag(keys, subscriber, ref)}${base.slice(at)}`
}

/** The mail that a bounce address was made for; undefined for a forged one. */
export function parseBounceAddress(ring: KeyRing, address: string): Bearer | undefined {
  const match = /\+([a-z2-7]{16})([a-z2-7]{8})([a-z2-7]{16})@/i.exec(address)
  if (match === null) return undefined
  const [subscriber = '', ref = '', tag = ''] = match.slice(1).map((part) => part.toLowerCase())
  return ring.all.some((keys) => isEqual(tag, signTag(keys, subscriber, ref)))
    ? { subscriber, ref }
    : undefined
}

/** An id that nobody can compute for another recipient or mailing, and that stays the same on a retry. */
export function formatMessageId(keys: Keys, { subscriber, ref }: Bearer, domain: string): string {
  const mac = createHmac('sha256', keys.messageId).update(`${ref} ${subscriber}`).digest()
  return `${toBase32(mac, 26)}.${ref}@${domain}`
}

function sign(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url')
}

function signTag(keys: Keys, subscriber: string, ref: string): string {
  return toBase32(createHmac('sha256', keys.verp).update(`${ref} ${subscriber}`).digest(), 16)
}

function isEqual(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
