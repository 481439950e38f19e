import type { Message, MessageKind } from '../compose/message.ts'
import type { Clock } from '../deliver/clock.ts'
import type { KeyRing } from '../deliver/keys.ts'
import type { Sql } from '../deliver/sql.ts'

export type LetterKind = Exclude<MessageKind, 'daily' | 'weekly'>

/** What everything about subscribers needs: the store, the keys, and the letters that a subscription's life takes. */
export type Desk = {
  readonly sql: Sql
  readonly ring: KeyRing
  readonly clock: Clock
  readonly letter: (kind: LetterKind) => Message
}
