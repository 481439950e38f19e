import { toInstant } from './instant.ts'
import type { ViewContext } from './view-context.ts'

/** When a digest of a date came out: the config's `publishAt` in its time zone. */
export function toPublished(date: string, { config }: ViewContext): string {
  return toInstant(date, config.publishAt, config.timeZone)
}

/** When a digest or paper last changed: its revision, if one is recorded since it came out, or else that. */
export function toUpdated(id: string, published: string, { revisions }: ViewContext): string {
  const revised = revisions?.get(id)
  return revised !== undefined && Date.parse(revised) > Date.parse(published) ? revised : published
}
