/** Where the time comes from, in milliseconds since 1970; tests bring their own. */
export type Clock = { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> }

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}
