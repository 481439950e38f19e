import { toReaderId } from './world.ts'

/** The ledger as a few plain rules in memory, to hold the stores against. Times in milliseconds. */
export type Model = {
  now: number
  mailing: { state: string; expiresAt: number } | undefined
  readonly rows: Map<string, ModelRow>
  readonly readers: Map<string, 'active' | 'left' | 'bounced'>
}

export type ModelRow = {
  state: string
  attempts: number
  crashes: number
  resends: number
  dueAt: number
  lease: string | null
  leaseUntil: number | null
}

export const claimLease = 60_000
export const sendLease = 660_000
export const windowMs = 3_600_000

export function makeModel(now: number, readers: number): Model {
  return {
    now,
    mailing: undefined,
    rows: new Map(),
    readers: new Map(Array.from({ length: readers }, (_, n) => [toReaderId(n), 'active'])),
  }
}

export function sealModel(model: Model): void {
  if (model.mailing !== undefined) return
  model.mailing = { state: 'sending', expiresAt: model.now + windowMs }
  for (const [id, state] of model.readers)
    if (state === 'active')
      model.rows.set(id, {
        state: 'pending',
        attempts: 0,
        crashes: 0,
        resends: 0,
        dueAt: model.now,
        lease: null,
        leaseUntil: null,
      })
}

const isOpen = ({ mailing, now }: Model) => mailing?.state === 'sending' && mailing.expiresAt > now

export function claimModel(model: Model, lease: string, limit: number): string[] {
  if (!isOpen(model)) return []
  const due = [...model.rows]
    .filter(([, row]) => row.state === 'pending' && row.dueAt <= model.now)
    .sort(([a, one], [b, other]) => one.dueAt - other.dueAt || (a < b ? -1 : 1))
    .slice(0, limit)
  for (const [, row] of due)
    Object.assign(row, {
      state: 'claimed',
      attempts: row.attempts + 1,
      lease,
      leaseUntil: model.now + claimLease,
    })
  return due.map(([id]) => id)
}

export function beginModel(model: Model, id: string, lease: string): boolean {
  const row = model.rows.get(id)
  const isAllowed =
    row?.state === 'claimed' &&
    row.lease === lease &&
    (row.leaseUntil ?? 0) > model.now &&
    isOpen(model) &&
    model.readers.get(id) === 'active'
  if (row !== undefined && isAllowed)
    Object.assign(row, { state: 'inflight', leaseUntil: model.now + sendLease })
  return isAllowed
}

export type ModelOutcome = 'accepted' | 'aborted' | 'unknown' | 'deferred' | 'dead'

export function settleModel(model: Model, id: string, lease: string, outcome: ModelOutcome): void {
  const row = model.rows.get(id)
  if (row === undefined || row.lease !== lease || !['claimed', 'inflight'].includes(row.state)) {
    if (outcome === 'dead' && row !== undefined && model.readers.get(id) === 'active')
      model.readers.set(id, 'bounced')
    return
  }
  const free = { lease: null, leaseUntil: null }
  if (outcome === 'aborted')
    Object.assign(row, free, { attempts: row.attempts - 1, state: toDenied(model, id) })
  else if (outcome === 'deferred')
    Object.assign(row, free, { state: 'pending', crashes: 0, dueAt: model.now + toDelay(row.attempts) })
  else
    Object.assign(row, free, {
      crashes: 0,
      state: { accepted: 'sent', unknown: 'uncertain', dead: 'failed' }[outcome],
    })
  if (outcome === 'dead' && model.readers.get(id) === 'active') model.readers.set(id, 'bounced')
}

function toDenied(model: Model, id: string): string {
  if (model.mailing?.state === 'canceled') return 'skipped'
  if ((model.mailing?.expiresAt ?? 0) <= model.now) return 'expired'
  return model.readers.get(id) === 'active' ? 'pending' : 'skipped'
}

const toDelay = (attempts: number) => ([1, 5, 15, 60, 180][Math.min(attempts, 5) - 1] ?? 1) * 60_000

export function tidyModel(model: Model): void {
  const { mailing } = model
  for (const row of model.rows.values()) {
    const isOver = (row.leaseUntil ?? Number.POSITIVE_INFINITY) <= model.now
    const free = { lease: null, leaseUntil: null }
    if (row.state === 'claimed' && isOver)
      Object.assign(row, free, {
        state: row.crashes >= 5 ? 'failed' : 'pending',
        crashes: Math.max(row.crashes, 1),
        dueAt: model.now,
      })
    else if (row.state === 'inflight' && isOver) Object.assign(row, free, { state: 'uncertain' })
    if (row.state === 'pending' && mailing?.state === 'canceled') row.state = 'skipped'
    else if (row.state === 'pending' && (mailing?.expiresAt ?? 0) <= model.now) row.state = 'expired'
  }
  closeModel(model)
}

function closeModel({ mailing, rows }: Model): void {
  const states = new Set([...rows.values()].map(({ state }) => state))
  if (mailing === undefined || !['sending', 'attention'].includes(mailing.state)) return
  if (['pending', 'claimed', 'inflight'].some((state) => states.has(state))) return
  mailing.state = states.has('uncertain') || states.has('expired') ? 'attention' : 'done'
}

export function pauseModel({ mailing }: Model): void {
  if (mailing?.state === 'sending') mailing.state = 'paused'
}

export function resumeModel({ mailing }: Model): void {
  if (mailing?.state === 'paused') mailing.state = 'sending'
}

export function cancelModel({ mailing, rows }: Model): void {
  if (mailing?.state === 'sending' || mailing?.state === 'paused') mailing.state = 'canceled'
  if (mailing?.state === 'canceled')
    for (const row of rows.values()) if (row.state === 'pending') row.state = 'skipped'
}

export function retryModel(model: Model): void {
  const { mailing, rows, readers, now } = model
  if (mailing === undefined || mailing.state === 'canceled') return
  const again = [...rows].filter(
    ([id, { state }]) => ['failed', 'expired'].includes(state) && readers.get(id) === 'active',
  )
  for (const [, row] of again) Object.assign(row, { state: 'pending', dueAt: now, attempts: 0, crashes: 0 })
  if (again.length > 0) reopen(model)
}

export function resolveModel(model: Model, decision: 'sent' | 'resend' | 'accept'): void {
  const rows = [...model.rows.values()]
  const uncertain = rows.filter(({ state }) => state === 'uncertain')
  if (decision === 'accept') for (const row of rows) if (row.state === 'expired') row.state = 'skipped'
  for (const row of uncertain)
    if (decision === 'resend')
      Object.assign(row, { state: 'pending', dueAt: model.now, resends: row.resends + 1 })
    else row.state = 'sent'
  if (decision === 'resend' && uncertain.length > 0) reopen(model)
  closeModel(model)
}

function reopen({ mailing, now }: Model): void {
  if (mailing === undefined) return
  if (mailing.state !== 'paused') mailing.state = 'sending'
  mailing.expiresAt = Math.max(mailing.expiresAt, now + windowMs)
}

export function leaveModel({ readers }: Model, id: string): void {
  if (readers.get(id) === 'active') readers.set(id, 'left')
}
