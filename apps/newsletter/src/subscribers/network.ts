import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a request comes from, `192.0.2.0/24` or `2001:db8:1::/48`: enough to limit, too little to know who.
 * What a proxy says about the client counts only when `trustProxy` is set, and then the last hop alone.
 */
export function findNetwork(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  const address = (trustProxy && forwarded ? forwarded : (request.socket.remoteAddress ?? '')).replace(
    /^::ffff:/,
    '',
  )
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(address) ? `${toGroups(address).slice(0, 3).join(':')}::/48` : 'unknown'
}

function toGroups(address: string): readonly string[] {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  return tail === undefined
    ? before
    : [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
}
