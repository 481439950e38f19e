import type { Claim } from './claim.ts'
import type { Clock } from './clock.ts'
import { isLatched } from './gates.ts'
import type { Ledger } from './ledger.ts'
import { MailError } from './mail-writer.ts'
import type { Pace } from './pace.ts'
import type { OutgoingMail, Transport } from './transport.ts'

export type WorkerParts = {
  readonly ledger: Ledger
  /** Writes one recipient's mail; a pure function of what was sealed, so a throw is final. */
  readonly write: (claim: Claim) => Promise<OutgoingMail>
  readonly openTransport: () => Transport
  readonly pace: Pace
  readonly clock: Clock
  readonly signal: AbortSignal
}

export type WorkerOptions = {
  /** Connections at once. */
  readonly lanes: number
  readonly claimLeaseMs: number
  /** Work on this mailing alone and end when nothing of it is left to do; otherwise work until the signal. */
  readonly mailing?: string | undefined
  readonly pollMs?: number
  readonly tidyMs?: number
}

const longestWait = 2_000
const claimsPerLane = 8
const mostFailures = 10

/**
 * Delivers what is due until told to stop, and never throws for the sake of one mail. On the signal the mails
 * under way are finished and the other claims given back.
 */
export async function runWorker(parts: WorkerParts, options: WorkerOptions): Promise<void> {
  const source = createSource(parts, options)
  const lanes = Array.from({ length: options.lanes }, () => runLane(parts, source))
  const results = await Promise.allSettled(lanes)
  await source.giveBackRest()
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

type Source = {
  readonly next: () => Promise<Claim | undefined>
  /** Keeps from looking for more, or for the end, until this is over. */
  readonly note: (writing: Promise<void>) => Promise<void>
  readonly giveBackRest: () => Promise<void>
  readonly stop: () => void
}

async function runLane(
  { ledger, write, openTransport, pace, clock }: WorkerParts,
  source: Source,
): Promise<void> {
  const transport = openTransport()
  let written: Promise<void> = Promise.resolve()
  try {
    for (let row = await source.next(); row !== undefined; row = await source.next()) await deliver(row)
    await written
  } catch (error) {
    source.stop()
    throw error
  } finally {
    await transport.close()
  }

  async function deliver(row: Claim): Promise<void> {
    if (row.address === undefined) return ledger.settle(row, { kind: 'aborted' })
    const wait = pace(row.address.slice(row.address.lastIndexOf('@') + 1), longestWait)
    if (wait > longestWait)
      return ledger.settle(row, {
        state: 'pending',
        code: '',
        reply: '',
        delayMs: Math.ceil(wait),
        giveBack: true,
      })
    if (wait > 0) await clock.sleep(wait)
    if (row.crashes > 0) {
      await written
      await ledger.suspect(row)
    }
    const mail = await write(row).catch(toReason)
    if (typeof mail === 'string')
      return ledger.settle(row, { state: 'failed', code: 'poison', reply: mail, delayMs: 0, giveBack: false })
    const outcome = await transport.send(mail, async () => {
      const [isAllowed] = await Promise.all([ledger.begin(row), written])
      return isAllowed
    })
    await written
    // What was taken is written down while the next mail is on its way, and before that one is begun.
    written = source.note(ledger.settle(row, outcome))
    if (outcome.kind !== 'accepted') await written
    // What was claimed before the gate shut would knock on it all the same.
    if (outcome.kind === 'refused' && outcome.scope !== 'recipient') await source.giveBackRest()
  }
}

/** Hands claims to the lanes, a batch at a time; claims that waited too long in this process go back. */
function createSource({ ledger, clock, signal }: WorkerParts, options: WorkerOptions): Source {
  const { lanes, claimLeaseMs, mailing, pollMs = 1_000, tidyMs = 5_000 } = options
  let batch: Claim[] = []
  let freshUntil = 0
  let tidyAt = 0
  let failures = 0
  let refilling: Promise<boolean> | undefined
  let isStopped = false
  let waiting = 0
  let wake = () => {}
  const writings = new Set<Promise<void>>()
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  )
  return { next, note, giveBackRest: () => ledger.giveBack(batch.splice(0)), stop: () => (isStopped = true) }

  function note(writing: Promise<void>): Promise<void> {
    writings.add(writing)
    const forget = () => writings.delete(writing)
    writing.then(forget, forget)
    return writing
  }

  async function next(): Promise<Claim | undefined> {
    waiting += 1
    if (waiting === lanes) wake()
    const row = await find()
    waiting -= 1
    return row
  }

  async function find(): Promise<Claim | undefined> {
    for (;;) {
      if (isStopped || signal.aborted) return undefined
      if (batch.length > 0 && clock.now() > freshUntil) await ledger.giveBack(batch.splice(0))
      const row = batch.shift()
      if (row !== undefined) return row
      refilling ??= refill().finally(() => (refilling = undefined))
      if (!(await refilling)) return undefined
    }
  }

  /** False when there is nothing left to wait for. A store that is away for a moment is asked again. */
  async function refill(): Promise<boolean> {
    try {
      const isWorking = await look()
      failures = 0
      return isWorking
    } catch (error) {
      failures += 1
      if (failures > mostFailures) throw error
      await Promise.race([clock.sleep(pollMs * failures), stopped])
      return true
    }
  }

  async function look(): Promise<boolean> {
    const hasUnderWay = waiting < lanes
    await Promise.allSettled(writings)
    if (clock.now() >= tidyAt) {
      await ledger.tidy()
      tidyAt = clock.now() + tidyMs
    }
    freshUntil = clock.now() + claimLeaseMs / 2
    batch = await ledger.claim(lanes * claimsPerLane, mailing)
    if (batch.length > 0) return true
    if (mailing !== undefined && !(await hasMore(mailing))) return false
    // The last mails of this process may be the end of the mailing.
    await Promise.race([clock.sleep(pollMs), stopped, ...(hasUnderWay ? [allWaiting()] : [])])
    return true
  }

  async function allWaiting(): Promise<void> {
    if (waiting < lanes) await new Promise<void>((resolve) => (wake = resolve))
  }

  async function hasMore(id: string): Promise<boolean> {
    await ledger.tidy()
    const accounting = await ledger.account(id)
    return accounting?.state === 'sending' && !accounting.gates.some(isLatched)
  }
}

/** What cannot be written is given up; a store that fails is no fault of the mail's. */
function toReason(error: unknown): string {
  if (!(error instanceof MailError)) throw error
  return error.message
}
