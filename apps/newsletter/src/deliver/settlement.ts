import type { Outcome } from './outcome.ts'

/**
 * What an outcome means for the ledger. `delayMs` is how long a row waits before it is due again; `giveBack`
 * undoes the attempt, because its recipient had no part in the failure.
 */
export type Settlement = {
  readonly state: 'sent' | 'failed' | 'uncertain' | 'pending' | 'denied'
  readonly code: string
  readonly reply: string
  readonly remoteId?: string
  readonly delayMs: number
  readonly giveBack: boolean
  readonly suppress?: boolean
  readonly soft?: boolean
  readonly closes?: 'service' | 'login' | 'domain'
  readonly pauses?: string
  /** Counts towards the canary that pauses a mailing when too many of its mails are refused. */
  readonly counts?: boolean
}

type Refusal = Extract<Outcome, { kind: 'refused' }>

const minute = 60_000
/** A row that met a service in trouble goes behind all that are due: it may be what troubles the service. */
const behindOthersMs = 1
const delays = [minute, 5 * minute, 15 * minute, 60 * minute, 180 * minute]

/** Enhanced codes that say the mailbox itself is gone; a policy (5.7.x) never does. */
const deadMailbox = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])
const deadWithoutEnhanced = new Set(['550', '551', '553'])

/** `attempts` counts this one; `random` is between 0 and 1 and spreads retries by a fifth either way. */
export function toSettlement(outcome: Outcome, attempts: number, random: number): Settlement {
  switch (outcome.kind) {
    case 'accepted': {
      const { reply, remoteId } = outcome
      return { ...plain('sent', '250', reply), ...(remoteId !== undefined && { remoteId }) }
    }
    case 'aborted':
      return { ...plain('denied', '', ''), giveBack: true }
    case 'unknown':
      return plain('uncertain', '', outcome.reason)
    case 'refused':
      return toRefusal(outcome, attempts, random)
    default:
      return outcome satisfies never
  }
}

function toRefusal(refusal: Refusal, attempts: number, random: number): Settlement {
  const { scope, permanent, code, reply } = refusal
  if (scope === 'service')
    return {
      ...plain('pending', code, reply),
      giveBack: true,
      delayMs: behindOthersMs,
      closes: isLogin(code) && permanent ? 'login' : 'service',
    }
  if (!permanent && scope === 'sender')
    return { ...plain('pending', code, reply), giveBack: true, delayMs: behindOthersMs, closes: 'service' }
  if (!permanent) return toDeferral(refusal, attempts, random)
  if (scope === 'recipient') return toFailure(code, reply)
  if (refusal.afterDot === true) return { ...plain('failed', code, reply), counts: true }
  return { ...plain('pending', code, reply), giveBack: true, pauses: reply }
}

function toDeferral({ scope, code, reply }: Refusal, attempts: number, random: number): Settlement {
  const delay = delays[Math.min(attempts, delays.length) - 1] ?? minute
  const isThrottle =
    scope === 'recipient' && (code === '421' || code.startsWith('4.7.') || code.startsWith('4.3.2'))
  return {
    ...plain('pending', code, reply),
    delayMs: Math.round(delay * (0.8 + 0.4 * random)),
    ...(isThrottle && { closes: 'domain' as const }),
  }
}

function toFailure(code: string, reply: string): Settlement {
  const isDead = deadMailbox.has(code) || deadWithoutEnhanced.has(code)
  if (isDead) return { ...plain('failed', code, reply), suppress: true }
  if (code === '5.2.2') return { ...plain('failed', code, reply), soft: true }
  return { ...plain('failed', code, reply), counts: true }
}

const isLogin = (code: string) =>
  code === '535' || code.startsWith('5.7.8') || code === '530' || code === '534'

function plain(state: Settlement['state'], code: string, reply: string): Settlement {
  return { state, code, reply, delayMs: 0, giveBack: false }
}
