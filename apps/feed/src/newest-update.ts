/** The newest of RFC 3339 instants in UTC; undefined when there are none. */
export function newestUpdate(items: Iterable<{ readonly updated: string }>): string | undefined {
  let newest: string | undefined
  for (const { updated } of items) {
    if (newest === undefined || Date.parse(updated) > Date.parse(newest)) newest = updated
  }
  return newest
}
