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
