import { findNearest } from '@broadsheet/view'
import { listMailings } from '../deliver/accounting.ts'
import type { Sql } from '../deliver/sql.ts'
import { UsageError } from './usage-error.ts'

const mostNamed = 5

/** There is no mailing of that name: the one that may have been meant, or the newest that there are. */
export async function noMailing(sql: Sql, id: string): Promise<UsageError> {
  const known = await listMailings(sql, mostNamed)
  const nearest = findNearest(id, known) ?? known.find((name) => name.startsWith(id))
  if (nearest !== undefined) return new UsageError(`There is no mailing ${id}; did you mean ${nearest}?`)
  const newest = known.map((name) => `\n  ${name}`).join('')
  return new UsageError(`There is no mailing ${id}.${known.length > 0 ? ` The newest are${newest}` : ''}`)
}
