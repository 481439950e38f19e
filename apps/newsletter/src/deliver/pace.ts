import type { Clock } from './clock.ts'

export type Rates = {
  readonly perSecond?: number | undefined
  readonly perSecondPerDomain?: number | undefined
}

/** Milliseconds until a mail to `domain` may go; a wait of at most `longest` is reserved for the asker. */
export type Pace = (domain: string, longest: number) => number

/** Spaces mails evenly, over all and for each receiving domain, within one process. */
export function createPace({ perSecond, perSecondPerDomain }: Rates, clock: Clock): Pace {
  const nextOf = new Map<string, number>()
  let next = 0
  return (domain, longest) => {
    const now = clock.now()
    const at = Math.max(now, next, nextOf.get(domain) ?? 0)
    if (at - now > longest) return at - now
    if (perSecond !== undefined) next = at + 1000 / perSecond
    if (perSecondPerDomain !== undefined) {
      if (nextOf.size > 10_000) forgetPast(nextOf, now)
      nextOf.set(domain, at + 1000 / perSecondPerDomain)
    }
    return at - now
  }
}

function forgetPast(nextOf: Map<string, number>, now: number): void {
  for (const [domain, at] of nextOf) if (at <= now) nextOf.delete(domain)
}
