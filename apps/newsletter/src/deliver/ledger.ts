import { type Accounting, readAccounting } from './accounting.ts'
import { begin, type Held, suspect, toRowKey } from './begin.ts'
import { type Claim, claim } from './claim.ts'
import type { Clock } from './clock.ts'
import { openGates, shutGate } from './gates.ts'
import type { Outcome } from './outcome.ts'
import { giveBack, type Settled, settle } from './settle.ts'
import { type Settlement, toSettlement } from './settlement.ts'
import type { Sql } from './sql.ts'
import { tidy, type UncertainPolicy } from './tidy.ts'

/** The ledger as one worker sees it. Every promise resolves after the commit. */
export type Ledger = {
  readonly claim: (limit: number, mailing?: string) => Promise<Claim[]>
  /** Called before work on a row whose worker died once. */
  readonly suspect: (claim: Claim) => Promise<void>
  /** False, or a failure, means that the mail must not be completed. */
  readonly begin: (claim: Claim) => Promise<boolean>
  readonly settle: (claim: Claim, outcome: Outcome | Settlement) => Promise<void>
  readonly giveBack: (claims: readonly Claim[]) => Promise<void>
  readonly tidy: () => Promise<void>
  readonly account: (mailing: string) => Promise<Accounting | undefined>
}

export type LedgerOptions = {
  /** Unlike any other worker's, also after a restart. */
  readonly worker: string
  readonly claimLeaseMs: number
  readonly sendLeaseMs: number
  readonly onUncertain: UncertainPolicy
  readonly clock: Clock
  readonly random: () => number
}

type Waiting<T> = {
  readonly row: T
  readonly resolve: (value: boolean) => void
  readonly reject: (error: unknown) => void
}

const settleTries = 6
const mostRows = 400
/** When this many rows went to the disk together, the next commit waits so long for company. */
const crowd = 4
const gatherMs = 2

/** Commits of all connections of this process go to the disk together: one wait for many mails. */
export function createLedger(sql: Sql, options: LedgerOptions): Ledger {
  const { worker, claimLeaseMs, sendLeaseMs, onUncertain, clock, random } = options
  const shut = new Set<string>()
  const queue = createCommitQueue(sql, sendLeaseMs, clock)
  let batches = 0
  return {
    claim: (limit, mailing) => {
      batches += 1
      return claim(sql, { lease: `${worker}/${batches}`, leaseMs: claimLeaseMs, limit, mailing })
    },
    suspect: (row) => suspect(sql, row),
    begin: (row) => queue.begin(row),
    settle: async (row, outcome) => {
      const settlement = 'state' in outcome ? outcome : toSettlement(outcome, row.attempts, random())
      await queue.settle({ ...row, settlement })
      await moveGates(sql, row, settlement, shut)
    },
    giveBack: async (rows) => {
      if (rows.length > 0) await giveBack(sql, rows)
    },
    tidy: () => tidy(sql, onUncertain),
    account: (mailing) => readAccounting(sql, mailing),
  }
}

/** A gate that this worker saw shut is opened by its next success; others open when their time has come. */
async function moveGates(
  sql: Sql,
  { address }: Claim,
  settlement: Settlement,
  shut: Set<string>,
): Promise<void> {
  const domain = address?.slice(address.lastIndexOf('@') + 1) ?? ''
  if (settlement.closes !== undefined) {
    shut.add(settlement.closes === 'domain' ? `domain:${domain}` : 'smtp')
    await shutGate(sql, settlement.closes, domain, settlement.reply)
  } else if (settlement.state === 'sent' && shut.size > 0) {
    const opened = ['smtp', `domain:${domain}`].filter((key) => shut.delete(key))
    if (opened.length > 0) await openGates(sql, opened)
  }
}

function createCommitQueue(sql: Sql, sendLeaseMs: number, clock: Clock) {
  const begins: Waiting<Held>[] = []
  const settles: Waiting<Settled>[] = []
  let isBusy = false
  let rows = 0
  return {
    begin: (row: Held) => wait<Held>(row, (waiting) => begins.push(waiting)),
    settle: async (row: Settled) => {
      for (let tries = 1; ; tries += 1)
        try {
          await wait<Settled>(row, (waiting) => settles.push(waiting))
          return
        } catch (error) {
          // A row that stays under way becomes uncertain when its lease runs out, never pending.
          if (tries === settleTries) throw error
          await clock.sleep(100 * 3 ** tries)
        }
    },
  }

  function wait<T>(row: T, add: (waiting: Waiting<T>) => void): Promise<boolean> {
    return new Promise((resolve, reject) => {
      add({ row, resolve, reject })
      if (!isBusy) {
        isBusy = true
        setImmediate(drain)
      }
    })
  }

  async function drain(): Promise<void> {
    while (begins.length + settles.length > 0) {
      // One wait for the disk is worth many that a mail could have had alone.
      if (rows >= crowd) await new Promise((resolve) => setTimeout(resolve, gatherMs))
      const [someBegins, someSettles] = [begins.splice(0, mostRows), settles.splice(0, mostRows)]
      rows = someBegins.length + someSettles.length
      try {
        const begun = await commit(sql, someBegins.map(rowOf), someSettles.map(rowOf), sendLeaseMs)
        for (const { resolve } of someSettles) resolve(true)
        for (const { row, resolve } of someBegins) resolve(begun.has(toRowKey(row)))
      } catch (error) {
        for (const { reject } of [...someBegins, ...someSettles]) reject(error)
      }
    }
    isBusy = false
  }
}

const rowOf = <T>({ row }: Waiting<T>): T => row

async function commit(
  sql: Sql,
  begins: readonly Held[],
  settles: readonly Settled[],
  sendLeaseMs: number,
): Promise<ReadonlySet<string>> {
  if (settles.length === 0) return begin(sql, begins, sendLeaseMs)
  return sql.transaction(async (transaction) => {
    await settle(transaction, settles)
    return begins.length === 0 ? new Set<string>() : begin(transaction, begins, sendLeaseMs)
  })
}
