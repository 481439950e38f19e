import { findText, type Row, readNumber, readText, type Sql } from './sql.ts'

/**
 * A row of the ledger that this worker alone may send, until `leaseUntil`. `lease` is the fencing token: every
 * later write names it and does nothing when the row has been taken away. `address` is missing when the
 * subscriber was erased meanwhile.
 */
export type Claim = {
  readonly mailing: string
  readonly subscriber: string
  readonly variant: string
  readonly address: string | undefined
  readonly attempts: number
  /** Above 0 when a worker died while it held this row. */
  readonly crashes: number
  readonly lease: string
  readonly leaseUntil: number
}

export type ClaimOptions = {
  readonly lease: string
  readonly leaseMs: number
  readonly limit: number
  /** Claims of this mailing alone. */
  readonly mailing?: string | undefined
}

// `materialized` keeps the planner from running the inner select again for each row, which claims more than asked.
const claimText = `
  with picked as materialized (
    select d.mailing, d.subscriber from delivery d join mailing m on m.id = d.mailing
     where d.state = 'pending' and d.due_at <= {now} and m.state = 'sending' and m.expires_at > {now}
       and ($4 = '' or d.mailing = $4)
       and not exists (select 1 from gate g where g.open_at > {now} and g.key in ('smtp', 'domain:' || d.domain))
     order by d.due_at, d.subscriber limit $3 {skip})
  update delivery set state = 'claimed', lease_by = $1, lease_until = {now} + $2, attempts = attempts + 1,
    updated_at = {now}
    from picked p where delivery.mailing = p.mailing and delivery.subscriber = p.subscriber
  returning delivery.mailing as mailing, delivery.subscriber as subscriber, delivery.variant as variant,
    delivery.attempts as attempts, delivery.crashes as crashes, delivery.lease_until as lease_until,
    delivery.due_at as due_at`

/** Claims at most `limit` due rows, oldest first; committed before any socket is touched. */
export async function claim(
  sql: Sql,
  { lease, leaseMs, limit, mailing = '' }: ClaimOptions,
): Promise<Claim[]> {
  const rows = await sql.all(claimText, [lease, leaseMs, limit, mailing])
  if (rows.length === 0) return []
  const addresses = await findAddresses(sql, rows)
  return rows.toSorted(compareDue).map((row) => toClaim(row, addresses, lease))
}

/** In the order of the queue, which no engine keeps: what goes behind others there goes behind them here. */
function compareDue(one: Row, other: Row): number {
  return (
    readNumber(one, 'due_at') - readNumber(other, 'due_at') ||
    (readText(one, 'subscriber') < readText(other, 'subscriber') ? -1 : 1)
  )
}

async function findAddresses(sql: Sql, rows: readonly Row[]): Promise<Map<string, Row>> {
  const ids = [...new Set(rows.map((row) => readText(row, 'subscriber')))]
  const list = ids.map((_, index) => `$${index + 1}`).join(',')
  const found = await sql.all(`select id, address, new_address from subscriber where id in (${list})`, ids)
  return new Map(found.map((row) => [readText(row, 'id'), row]))
}

function toClaim(row: Row, addresses: ReadonlyMap<string, Row>, lease: string): Claim {
  const [mailing, subscriber] = [readText(row, 'mailing'), readText(row, 'subscriber')]
  const found = addresses.get(subscriber)
  // A change of address is confirmed where it leads to.
  const changed = mailing.startsWith('confirmation/') ? findText(found, 'new_address') : undefined
  return {
    mailing,
    subscriber,
    variant: readText(row, 'variant'),
    address: changed ?? findText(found, 'address'),
    attempts: readNumber(row, 'attempts'),
    crashes: readNumber(row, 'crashes'),
    lease,
    leaseUntil: readNumber(row, 'lease_until'),
  }
}
