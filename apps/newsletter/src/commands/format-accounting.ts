import { type Accounting, deliveryStates, findConcern } from '../deliver/accounting.ts'

/** What `status` shows of one mailing: where it stands, how fast it goes, and what went wrong last. */
export function formatAccounting(accounting: Accounting, isEdited: boolean): string {
  const { mailing, state, audience, counts, gates, errors } = accounting
  const shown = deliveryStates.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`)
  const concern = findConcern(accounting)
  const lines = [
    `${mailing}: ${state}; ${audience} ${audience === 1 ? 'reader' : 'readers'}: ${shown.join(', ') || 'none'}${formatPace(accounting)}`,
    ...(concern === undefined ? [] : [`  look: ${concern}`]),
    ...(isEdited ? ['  the digest was edited after this was sealed; the mails carry the older words'] : []),
    ...gates.map(({ key, reason }) => `  waiting for ${key}: ${reason}`),
    ...errors.map((error) => `  ${error.state} ${error.subscriber}: ${error.reply}`),
  ]
  return `${lines.join('\n')}\n`
}

/** A line that is drawn over itself on a terminal. */
export function formatProgress(accounting: Accounting): string {
  const { audience, counts, gates } = accounting
  const open = counts.pending + counts.claimed + counts.inflight
  const done = audience - open
  const width = 24
  const filled = audience === 0 ? width : Math.floor((done / audience) * width)
  const deferred = counts.pending > accounting.due ? `, ${counts.pending - accounting.due} waiting` : ''
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${audience}`
  const [gate] = gates
  return `${bar}${deferred}${gate === undefined ? formatPace(accounting) : `; ${gate.key} is closed: ${gate.reason}`}`
}

function formatPace({ counts, perMinute }: Accounting): string {
  const open = counts.pending + counts.claimed + counts.inflight
  if (perMinute === 0 || open === 0) return ''
  return `; ${perMinute} a minute, about ${Math.ceil(open / perMinute)} min left`
}
