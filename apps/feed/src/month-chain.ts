/** A month with its neighbours among the archive documents. */
export type ChainedMonth = { readonly month: string; readonly older?: string; readonly newer?: string }

/**
 * The archive documents of a feed, newest first, for the months that have items. The month after each of them
 * has a document too, empty when nothing came in it: so a month that is over is linked to the next one
 * before that begins, and its document never changes for the sake of a link.
 */
export function chainMonths(months: Iterable<string>): readonly ChainedMonth[] {
  const all = new Set([...months].flatMap((month) => [month, ...followingMonth(month)]))
  const sorted = [...all].sort().reverse()
  return sorted.map((month, index) => {
    const [newer, older] = [sorted[index - 1], sorted[index + 1]]
    return { month, ...(older && { older }), ...(newer && { newer }) }
  })
}

/** None follows the last month that RFC 3339 can write. */
function followingMonth(month: string): string[] {
  if (month === '9999-12') return []
  const [year = 0, number = 0] = month.split('-').map(Number)
  const [nextYear, nextNumber] = number === 12 ? [year + 1, 1] : [year, number + 1]
  return [`${String(nextYear).padStart(4, '0')}-${String(nextNumber).padStart(2, '0')}`]
}
