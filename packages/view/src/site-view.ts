import type { Channel } from './channel.ts'
import type { Config } from './config.ts'
import { feedFormats, paths, toHref, toUrl } from './urls.ts'

/** One feed in one format, as `<link rel="alternate">` and a feed list need it. */
export type FeedLink = {
  readonly href: string
  readonly url: string
  readonly type: string
  readonly title: string
}

/** The publication itself: what every page, feed and mail says about who prints it. */
export type SiteView = {
  readonly title: string
  readonly description: string
  readonly language: string
  readonly href: string
  readonly url: string
  readonly publisher: {
    readonly name: string
    readonly email?: string
    readonly url?: string
    readonly postalAddress?: string
  }
  readonly feeds: readonly FeedLink[]
}

/** The publication in one channel. `feeds` are those every page announces: digests, then papers. */
export function toSiteView(config: Config, channel: Channel): SiteView {
  const { name, email, url, postalAddress } = config.publisher
  return {
    title: config.title,
    description: config.description,
    language: config.language,
    href: toHref(config, channel, paths.home),
    url: toUrl(config, paths.home),
    publisher: {
      name,
      ...(email !== undefined && { email }),
      ...(url !== undefined && { url }),
      ...(postalAddress !== undefined && { postalAddress }),
    },
    feeds: [
      ...toFeedLinks(config, channel, paths.home, config.title),
      ...toFeedLinks(config, channel, paths.papers, `${config.title}: Papers`),
    ],
  }
}

/** A feed in every format; `list` is the path of the list it shows, `''` for the digests. */
export function toFeedLinks(
  config: Config,
  channel: Channel,
  list: string,
  title: string,
): readonly FeedLink[] {
  return feedFormats.map(({ file, type, name }) => ({
    href: toHref(config, channel, paths.feed(list, file)),
    url: toUrl(config, paths.feed(list, file)),
    type,
    title: `${title} (${name})`,
  }))
}
