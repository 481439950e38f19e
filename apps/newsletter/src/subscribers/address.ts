import { createHmac, type KeyObject } from 'node:crypto'
import { domainToASCII } from 'node:url'

/** An address as it is mailed, and `key`, which is the same for every spelling of it. */
export type Address = { readonly address: string; readonly key: string; readonly domain: string }

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads one plain address: no quotes, comments, routes, literals or lists, no letters beyond ASCII before the at
 * sign, a domain with a dot (any script; it becomes IDNA). Undefined for everything else.
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
 */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  const at = trimmed.lastIndexOf('@')
  const name = trimmed.slice(0, at)
  if (at < 1 || name.length > 64 || !local.test(name)) return undefined
  const domain = readDomain(trimmed.slice(at + 1))
  if (domain === undefined) return undefined
  const address = `${name}@${domain}`
  return address.length > 254 ? undefined : { address, key: address.toLowerCase(), domain }
}

/** What stays of an address on the suppression list when everything else is erased. */
export function hashAddress(key: string, pepper: KeyObject): string {
  return createHmac('sha256', pepper).update(key).digest('base64url')
}

function readDomain(text: string): string | undefined {
  if (/[\s\p{Cc}\p{Cf}/?#:@%[\]\\]/u.test(text)) return undefined
  const domain = domainToASCII(text)
  const labels = domain.split('.')
  const isName =
    labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isName ? domain : undefined
}
