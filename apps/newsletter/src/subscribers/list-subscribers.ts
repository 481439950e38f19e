import { readNumber, readText, type Sql } from '../deliver/sql.ts'

export type ListedSubscriber = {
  readonly address: string
  readonly state: string
  readonly frequency: string
  readonly preference: string
  readonly createdAt: number
}

const page = 500

/** Every subscriber in the order of their addresses, a page at a time. */
export async function* listSubscribers(sql: Sql, state?: string): AsyncGenerator<ListedSubscriber> {
  let last = ''
  for (;;) {
    const rows = await sql.all(
      `select address, address_key, state, frequency, preference, created_at from subscriber
        where address_key > $1 and ($2 = '' or state = $2) order by address_key limit $3`,
      [last, state ?? '', page],
    )
    for (const row of rows) {
      last = readText(row, 'address_key')
      yield {
        address: readText(row, 'address'),
        state: readText(row, 'state'),
        frequency: readText(row, 'frequency'),
        preference: readText(row, 'preference'),
        createdAt: readNumber(row, 'created_at'),
      }
    }
    if (rows.length < page) return
  }
}
