import type { Digest } from '@broadsheet/core'
import { formatDate } from './dates.ts'
import { toTitle } from './line.ts'
import { paths, toHref } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** A link to another digest, in the words a reader sees. */
export type DigestLink = {
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly date: string
  readonly dateWords: string
}

/** A digest as something to link to. */
export function toDigestLink(digest: Digest, context: ViewContext): DigestLink {
  const { channel, config } = context
  return {
    slug: digest.slug,
    href: toHref(config, channel, paths.digest(digest.slug)),
    title: toDigestTitle(digest, context),
    date: digest.date,
    dateWords: formatDate(digest.date, config.language),
  }
}

/** A digest's title where no markup may stand. */
export function toDigestTitle(digest: Digest, context: ViewContext): string {
  return toTitle(digest.title, { ...context, papers: new Map(), headingLevel: 1 }).text
}
