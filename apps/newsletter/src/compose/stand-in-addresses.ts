import { type Config, paths, toUrl } from '@broadsheet/view'
import type { PersonalAddresses } from './personal.ts'

/** Where the links of a mail without a subscriber lead, a preview or a trial: to the page to subscribe on. */
export function toStandInAddresses(config: Config): PersonalAddresses {
  const subscribe = toUrl(config, paths.subscribe)
  return { leave: subscribe, preferences: subscribe, confirm: subscribe }
}
