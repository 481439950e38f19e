import { readNumber, readText, type Sql, toPersonalAddresses } from '@broadsheet/newsletter'
import { afterEach } from 'vitest'
import { openService, type Visits } from './service-visit.ts'
import { type Engine, useStores } from './stores.ts'
import { addReaders, mailing, toReaderId } from './world.ts'
import { sender } from './world-parts.ts'

type World = Visits & { readonly sql: Sql; readonly leavePath: string; readonly preferencesPath: string }

type Worlds = {
  /** A store with readers, a service over it, and the links that the first reader's mail holds. */
  readonly setUp: (engine: Engine, readers?: number) => Promise<World>
  /** Another service. */
  readonly open: typeof openService
}

/** Services for the tests of a file, each closed when its test is over. */
export function useServices(): Worlds {
  const makeStore = useStores()
  const opened: Visits[] = []
  afterEach(async () => {
    for (const service of opened.splice(0)) await service.close()
  })
  const open: typeof openService = async (...args) => {
    const service = await openService(...args)
    opened.push(service)
    return service
  }
  const setUp: Worlds['setUp'] = async (engine, readers = 1) => {
    const { sql } = await makeStore(engine)
    await addReaders(sql, readers)
    const service = await open(sql)
    const links = toPersonalAddresses(sender, mailing, toReaderId(0))
    const pathOf = (address: string) => new URL(address).pathname
    return { sql, ...service, leavePath: pathOf(links.leave), preferencesPath: pathOf(links.preferences) }
  }
  return { setUp, open }
}

export const stateOf = async (sql: Sql, n: number) =>
  readText((await sql.all('select state from subscriber where id = $1', [toReaderId(n)]))[0], 'state')

/** The link that a confirmation to this address holds. */
export async function confirmPath(sql: Sql, address: string): Promise<string> {
  const [row] = await sql.all(
    `select m.id from mailing m join delivery d on d.mailing = m.id join subscriber s on s.id = d.subscriber
      where m.kind = 'confirmation' and (s.address = $1 or s.new_address = $1) order by m.sealed_at desc limit 1`,
    [address],
  )
  return new URL(toPersonalAddresses(sender, readText(row, 'id'), '').confirm).pathname
}

export const mails = async (sql: Sql, kind: string) =>
  readNumber((await sql.all('select count(*) as mails from mailing where kind = $1', [kind]))[0], 'mails')
