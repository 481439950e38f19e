import { createHash, randomBytes } from 'node:crypto'
import { toBase32 } from './base32.ts'
import type { Sql } from './sql.ts'

/** How somebody came to agree: where from, shortened to a network, and the words they saw. */
export type Evidence = { readonly source: string; readonly network?: string; readonly wording?: string }

/** An id that says nothing and cannot be guessed. */
export function makeId(): string {
  return toBase32(randomBytes(10), 16)
}

/** Adds to the log of consent, which is never edited; erasure leaves kind and time of it. */
export async function logConsent(
  sql: Sql,
  subscriber: string,
  kind: string,
  evidence: Evidence,
): Promise<void> {
  const { source, network, wording } = evidence
  const hash = wording === undefined ? null : createHash('sha256').update(wording).digest('hex')
  await sql.all(
    'insert into consent (id, subscriber, kind, at, wording_sha256, evidence) values ($1, $2, $3, {now}, $4, $5)',
    [makeId(), subscriber, kind, hash, network === undefined ? source : `${source} ${network}`],
  )
}
