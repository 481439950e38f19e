import type { Clock } from '../deliver/clock.ts'

/** How many confirmations may be asked for in an hour: by one network, for one domain, by all together. */
export type LimitRates = { readonly network: number; readonly domain: number; readonly all: number }

export const defaultLimits: LimitRates = { network: 10, domain: 100, all: 300 }

/** False when a request is one too many. */
export type Limits = (network: string, domain: string) => boolean

const hour = 3_600_000
const mostKeys = 20_000

/**
 * Limits in the memory of one process, asked before anything touches the store. When more networks come than
 * fit, new ones share what is left of the limit for all.
 */
export function createLimits(rates: LimitRates, clock: Clock): Limits {
  const counts = new Map<string, number>()
  let until = 0
  const take = (key: string, most: number): boolean => {
    const count = counts.get(key) ?? 0
    if (count >= most) return false
    if (count > 0 || counts.size < mostKeys) counts.set(key, count + 1)
    return true
  }
  return (network, domain) => {
    if (clock.now() >= until) {
      counts.clear()
      until = clock.now() + hour
    }
    return (
      take(`network ${network}`, rates.network) &&
      take(`domain ${domain}`, rates.domain) &&
      take('all', rates.all)
    )
  }
}
