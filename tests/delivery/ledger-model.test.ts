import {
  type Claim,
  cancel,
  createLedger,
  type Ledger,
  pause,
  readNumber,
  readText,
  resolve,
  resume,
  retry,
  type Sql,
} from '@broadsheet/newsletter'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as model from './ledger-model.ts'
import { engines, useStores } from './stores.ts'
import { addReaders, mailing, sealDaily, toReaderId } from './world.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const makeStore = useStores()
const readers = 4
const start = Date.UTC(2026, 0, 31)

const outcomes = {
  accepted: { kind: 'accepted', reply: '250 ok' },
  aborted: { kind: 'aborted' },
  unknown: { kind: 'unknown', reason: 'silence' },
  deferred: {
    kind: 'refused',
    scope: 'recipient',
    permanent: false,
    code: '4.2.0',
    reply: '450 4.2.0 later',
  },
  dead: { kind: 'refused', scope: 'recipient', permanent: true, code: '5.1.1', reply: '550 5.1.1 gone' },
} as const

type Step =
  | { readonly do: 'seal' | 'tidy' | 'pause' | 'resume' | 'cancel' | 'retry' }
  | { readonly do: 'claim'; readonly limit: number }
  | { readonly do: 'begin'; readonly pick: number }
  | { readonly do: 'settle'; readonly pick: number; readonly outcome: model.ModelOutcome }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'resolve'; readonly decision: 'sent' | 'resend' | 'accept' }
  | { readonly do: 'leave'; readonly reader: number }

const pick = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('begin' as const), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      pick,
      outcome: fc.constantFrom('accepted', 'aborted', 'unknown', 'deferred', 'dead'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.constantFrom(1_000, 61_000, 700_000, 3_600_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tidy' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('seal', 'pause', 'resume', 'resume', 'cancel', 'retry') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resolve' as const),
      decision: fc.constantFrom('sent', 'resend', 'accept'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), reader: fc.nat(readers - 1) }) },
)

describe.each(engines)('on %s', (engine) => {
  test('D38 whatever happens in whatever order, the ledger is what its rules say', {
    timeout: 600_000,
  }, async () => {
    let now = start
    const { sql } = await makeStore(engine, { now: () => now, sleep: async () => undefined })
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        runs += 1
        now = start
        await empty(sql)
        await addReaders(sql, readers)
        const ledger = makeLedgerFor(sql, `run${runs}`, () => now)
        const world = { model: model.makeModel(now, readers), claims: [] as Claim[] }
        world.model.mailing = undefined
        await run({ do: 'seal' }, sql, ledger, world)
        for (const each of steps) {
          if (each.do === 'advance') now += each.ms
          await run(each, sql, ledger, world)
        }
        expect(await readState(sql)).toEqual(toState(world.model))
      }),
      { numRuns: isLong ? 5_000 : engine === 'sqlite' ? 60 : 25 },
    )
  })
})

type World = { readonly model: model.Model; readonly claims: Claim[] }

async function run(each: Step, sql: Sql, ledger: Ledger, world: World): Promise<void> {
  const rules = world.model
  switch (each.do) {
    case 'seal':
      model.sealModel(rules)
      await sealDaily(sql, { expiresAt: rules.now + model.windowMs })
      return
    case 'claim': {
      const claims = await ledger.claim(each.limit)
      const expected = model.claimModel(rules, claims[0]?.lease ?? '', each.limit)
      expect(claims.map(({ subscriber }) => subscriber)).toEqual(expected)
      world.claims.push(...claims)
      return
    }
    case 'begin':
    case 'settle': {
      const claim = world.claims.at(-1 - each.pick)
      if (claim === undefined) return
      if (each.do === 'begin')
        expect(await ledger.begin(claim)).toBe(model.beginModel(rules, claim.subscriber, claim.lease))
      else {
        await ledger.settle(claim, outcomes[each.outcome])
        model.settleModel(rules, claim.subscriber, claim.lease, each.outcome)
      }
      return
    }
    case 'advance':
      rules.now += each.ms
      return
    case 'leave':
      model.leaveModel(rules, toReaderId(each.reader))
      await sql.all("update subscriber set state = 'left' where id = $1 and state = 'active'", [
        toReaderId(each.reader),
      ])
      return
    case 'resolve':
      model.resolveModel(rules, each.decision)
      await resolve(sql, mailing, each.decision, model.windowMs)
      return
    default:
      await plain[each.do](rules, sql, ledger)
  }
}

const plain = {
  tidy: (rules: model.Model, _: Sql, ledger: Ledger) => {
    model.tidyModel(rules)
    return ledger.tidy()
  },
  pause: (rules: model.Model, sql: Sql) => {
    model.pauseModel(rules)
    return pause(sql, mailing)
  },
  resume: (rules: model.Model, sql: Sql) => {
    model.resumeModel(rules)
    return resume(sql, mailing)
  },
  cancel: (rules: model.Model, sql: Sql) => {
    model.cancelModel(rules)
    return cancel(sql, mailing)
  },
  retry: async (rules: model.Model, sql: Sql) => {
    model.retryModel(rules)
    await retry(sql, mailing, model.windowMs)
  },
} as const

async function empty(sql: Sql): Promise<void> {
  for (const table of ['delivery', 'choice', 'variant', 'mailing', 'subscriber', 'suppression', 'gate'])
    await sql.all(`delete from ${table}`)
}

function makeLedgerFor(sql: Sql, worker: string, now: () => number): Ledger {
  return createLedger(sql, {
    worker,
    claimLeaseMs: model.claimLease,
    sendLeaseMs: model.sendLease,
    onUncertain: 'hold',
    clock: { now, sleep: async () => undefined },
    random: () => 0.5,
  })
}

async function readState(sql: Sql) {
  const [row] = await sql.all('select state from mailing where id = $1', [mailing])
  const rows = await sql.all('select * from delivery where mailing = $1 order by subscriber', [mailing])
  return {
    state: readText(row, 'state'),
    rows: rows.map((each) => ({
      id: readText(each, 'subscriber'),
      state: readText(each, 'state'),
      attempts: readNumber(each, 'attempts'),
      crashes: readNumber(each, 'crashes'),
      resends: readNumber(each, 'resends'),
      dueAt: readNumber(each, 'due_at'),
      lease: each.lease_by,
      leaseUntil: each.lease_until,
    })),
  }
}

function toState({ mailing: sealed, rows }: model.Model) {
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1))
  return { state: sealed?.state, rows: sorted.map(([id, row]) => ({ id, ...row })) }
}
