import {
  type DkimKey,
  type DoctorParts,
  examine,
  formatDkimRecord,
  makeDkimKey,
  readDkimKey,
  systemClock,
} from '@broadsheet/newsletter'
import { parseConfig } from '@broadsheet/view'
import { describe, expect, test } from 'vitest'
import { engines, useStores } from './stores.ts'

const makeStore = useStores()
const key: DkimKey = {
  domain: 'broadsheet.example',
  selector: 's1',
  algorithm: 'ed25519',
  key: readDkimKey(makeDkimKey('ed25519')),
}

const config = parseConfig(
  {
    title: 'Broadsheet',
    description: 'Papers',
    url: 'https://broadsheet.example',
    publisher: { name: 'Us', postalAddress: '1 Press Lane' },
    feed: { authority: 'broadsheet.example', year: 2025 },
    mail: { from: { name: 'Us', address: 'digest@broadsheet.example' }, listId: 'digest.broadsheet.example' },
    serviceUrl: 'https://mail.broadsheet.example',
  },
  'test',
)

const records: Readonly<Record<string, readonly string[]>> = {
  'broadsheet.example': ['v=spf1 mx -all', 'other'],
  '_dmarc.broadsheet.example': ['v=DMARC1; p=reject'],
  's1._domainkey.broadsheet.example': [formatDkimRecord(key)],
}

const good = {
  config,
  clock: systemClock,
  dkim: [key],
  times: { claimLeaseMs: 180_000, patienceMs: 60_000, timeoutMs: 600_000, sendLeaseMs: 660_000 },
  resolveTxt: async (name: string) => {
    const found = records[name]
    if (found === undefined) throw new Error('ENOTFOUND')
    return found
  },
  probe: async () => undefined,
}

describe.each(engines)('on %s', (engine) => {
  const look = async (parts: Partial<DoctorParts>) => {
    const { sql } = await makeStore(engine)
    const findings = await examine({ ...good, sql, ...parts })
    return findings.filter(({ state }) => state === 'bad').map(({ about }) => about)
  }

  // The server that the tests start runs without fsync, and the doctor sees that.
  const always = engine === 'postgres' && !process.env.DATABASE_URL ? ['store'] : []

  test('finds nothing bad where everything is as it should be', async () => {
    expect(await look({})).toEqual(always)
  })

  test('D17 says why mail was given up, and what opens it again', async () => {
    const { sql } = await makeStore(engine)
    await sql.all(
      "insert into gate (key, open_at, failures, reason) values ('smtp', 9000000000000000, 3, '535 5.7.8 wrong password')",
    )
    expect(await examine({ ...good, sql })).toContainEqual({
      about: 'delivery',
      state: 'bad',
      words: 'given up on smtp until `resume`: 535 5.7.8 wrong password',
    })
  })

  test.each([
    [
      'SPF',
      { resolveTxt: async (name: string) => (name === 'broadsheet.example' ? [] : good.resolveTxt(name)) },
    ],
    [
      'SPF',
      {
        resolveTxt: async (name: string) =>
          name === 'broadsheet.example' ? ['v=spf1 a', 'v=spf1 b'] : good.resolveTxt(name),
      },
    ],
    [
      'DMARC',
      { resolveTxt: async (name: string) => (name.startsWith('_dmarc') ? [] : good.resolveTxt(name)) },
    ],
    ['DKIM', { dkim: [{ ...key, key: readDkimKey(makeDkimKey('ed25519')) }] }],
    ['DKIM', { dkim: [{ ...key, selector: 's2' }] }],
    ['server', { probe: async () => '535 5.7.8 wrong password' }],
    ['leaving', { config: { ...config, serviceUrl: 'http://mail.broadsheet.example' } }],
    ['postal address', { config: { ...config, publisher: { name: 'Us' } } }],
    ['leases', { times: { ...good.times, sendLeaseMs: 500_000 } }],
  ])('sees trouble with %s', async (about, parts) => {
    expect(await look(parts)).toEqual(
      [...always, about].toSorted((one, other) => (one === 'store' ? -1 : other === 'store' ? 1 : 0)),
    )
  })
})
