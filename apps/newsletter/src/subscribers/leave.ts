import { type Evidence, logConsent } from '../deliver/consent-log.ts'
import { believeArrived } from '../deliver/control.ts'
import { sealForOne } from '../deliver/seal.ts'
import { readNumber } from '../deliver/sql.ts'
import type { Bearer } from '../deliver/tokens.ts'
import type { Desk } from './desk.ts'

const day = 86_400_000

/**
 * Ends a subscription: from this commit on no mail is completed. Doing it again changes nothing. The mail that
 * the link came from has evidently arrived. A `farewell` is written only to those who came to the page; a mail
 * program that unsubscribes for its user must be the end.
 */
export async function leave(
  desk: Desk,
  { subscriber, ref }: Bearer,
  evidence: Evidence,
  farewell: boolean,
): Promise<void> {
  await desk.sql.transaction(async (sql) => {
    const [row] = await sql.all(
      `update subscriber set state = 'left', left_at = {now}, new_address = null
        where id = $1 and state in ('active','pending') returning cast({now} as bigint) as now`,
      [subscriber],
    )
    await believeArrived(sql, ref, subscriber)
    if (row === undefined) return
    await logConsent(sql, subscriber, 'left', evidence)
    if (!farewell) return
    const now = readNumber(row, 'now')
    const id = `goodbye/${subscriber}/${now.toString(36)}`
    const plan = { id, kind: 'goodbye' as const, slug: '', source: '', dueAt: now, expiresAt: now + day }
    await sealForOne(sql, plan, subscriber, desk.letter('goodbye'))
  })
}
