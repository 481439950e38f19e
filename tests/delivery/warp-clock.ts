import type { Clock } from '@broadsheet/newsletter'

/** A clock that jumps instead of waiting, so that hours of backoff pass in a test at once. */
export type WarpClock = Clock & { readonly advance: (ms: number) => void }

export function makeWarpClock(start = Date.now()): WarpClock {
  const began = Date.now()
  let offset = 0
  return {
    now: () => start + Date.now() - began + offset,
    advance: (ms) => {
      offset += ms
    },
    sleep: async (ms) => {
      offset += ms
      await new Promise(setImmediate)
    },
  }
}
