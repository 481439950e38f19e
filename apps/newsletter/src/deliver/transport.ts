import type { Outcome } from './outcome.ts'

/** One mail as it goes out: complete bytes with CRLF, and its envelope. */
export type OutgoingMail = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
}

/**
 * One way out, used for one mail at a time. `send` never throws. It calls `begin` once everything but the
 * end of the mail is out; only when that answers true may the mail become deliverable.
 */
export type Transport = {
  readonly send: (mail: OutgoingMail, begin: () => Promise<boolean>) => Promise<Outcome>
  readonly close: () => Promise<void>
}
