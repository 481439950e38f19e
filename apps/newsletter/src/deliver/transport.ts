import type { Outcome } from './outcome.ts'

/**
 * One mail as it goes out: its envelope, and its complete bytes with CRLF. The bytes come in pieces, since those that
 * many mails have in common are never copied; nobody writes to them.
 */
export type OutgoingMail = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly pieces: readonly Buffer[]
}

/**
 * One way out, used for one mail at a time. `send` never throws. It calls `begin` once everything but the
 * end of the mail is out; only when that answers true may the mail become deliverable.
 */
export type Transport = {
  readonly send: (mail: OutgoingMail, begin: () => Promise<boolean>) => Promise<Outcome>
  readonly close: () => Promise<void>
}
