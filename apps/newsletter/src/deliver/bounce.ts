import { logConsent } from './consent-log.ts'
import { believeArrived } from './control.ts'
import type { KeyRing } from './keys.ts'
import { readMimeParts, splitHead } from './mime-parts.ts'
import { addSoftBounce, suppressSubscriber } from './settle.ts'
import type { Sql } from './sql.ts'
import { type Bearer, parseBounceAddress, parseToken } from './tokens.ts'

/** What a report says about one mail of ours. */
export type Bounce = {
  readonly bearer: Bearer
  readonly kind: 'dead' | 'soft' | 'refused' | 'complaint'
  readonly code: string
}

export type BounceResult = 'dead' | 'soft' | 'refused' | 'complaint' | 'ignored'

const dead = /^5\.(1\.(1|2|3|6|10)|2\.1)$/
const soft = /^(4\.\d+\.\d+|5\.2\.2)$/

/**
 * Reads a report of failed delivery (RFC 3464) or of a complaint (ARF, RFC 5965). Undefined for all other mail,
 * such as answers of people on holiday, and for reports that do not carry a tag that only we can have made.
 */
export function readBounce(source: string, ring: KeyRing): Bounce | undefined {
  const parts = readMimeParts(source)
  const bearer = findBearer(source, ring)
  if (bearer === undefined || !parts[0]?.type.startsWith('multipart/report')) return undefined
  const report = parts.find(({ type }) => /^message\/(delivery-status|feedback-report)/.test(type))
  if (report?.type.startsWith('message/feedback-report') === true) {
    const isAbuse = /^abuse$/i.test(splitHead(report.text).headers.get('feedback-type') ?? '')
    return isAbuse ? { bearer, kind: 'complaint', code: '' } : undefined
  }
  const fields = (report?.text ?? '').split(/\n\n+/).map((block) => splitHead(`${block}\n\n`).headers)
  const failed = fields.find((block) => /^failed$/i.test(block.get('action') ?? ''))
  const code = /\d\.\d{1,3}\.\d{1,3}/.exec(failed?.get('status') ?? '')?.[0]
  if (code === undefined) return undefined
  return { bearer, kind: dead.test(code) ? 'dead' : soft.test(code) ? 'soft' : 'refused', code }
}

/** Acts on one mail that came back: suppresses who is gone or complained, and believes that the mail had arrived. */
export async function takeBounce(sql: Sql, ring: KeyRing, source: string): Promise<BounceResult> {
  const bounce = readBounce(source, ring)
  if (bounce === undefined) return 'ignored'
  const { bearer, kind } = bounce
  await believeArrived(sql, bearer.ref, bearer.subscriber)
  if (kind === 'dead') await suppressSubscriber(sql, bearer.subscriber, 'bounced')
  if (kind === 'soft') await addSoftBounce(sql, bearer.subscriber)
  if (kind === 'complaint') {
    await suppressSubscriber(sql, bearer.subscriber, 'complained')
    await logConsent(sql, bearer.subscriber, 'complained', { source: 'feedback report' })
  }
  return kind
}

/** By the address it came back to, or by the link to leave in the mail that a complaint quotes. */
function findBearer(source: string, ring: KeyRing): Bearer | undefined {
  for (const [address] of source.matchAll(/\+[a-z2-7]{40}@/gi)) {
    const bearer = parseBounceAddress(ring, address)
    if (bearer !== undefined) return bearer
  }
  for (const [, token = ''] of source.matchAll(/\/leave\/(v1\.[\w.-]{40,80})/g)) {
    const bearer = parseToken(ring, 'leave', token)
    if (bearer !== undefined) return bearer
  }
  return undefined
}
