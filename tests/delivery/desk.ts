import { type Desk, type KeyRing, type Sql, systemClock } from '@broadsheet/newsletter'
import { makeMessage } from './world.ts'
import { ring } from './world-parts.ts'

/** A desk whose letters are short. */
export function makeDesk(sql: Sql, clock = systemClock, keys: KeyRing = ring): Desk {
  return {
    sql,
    ring: keys,
    clock,
    letter: (kind) => ({
      ...makeMessage(kind),
      kind,
      subject: kind,
      text: 'Confirm: XXCONFIRMADDRESSXX\n',
      headers: [],
    }),
  }
}
