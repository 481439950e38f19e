import type { Archive } from '@broadsheet/core'
import type { Channel } from './channel.ts'
import type { Config } from './config.ts'

/** The levels (1 to 6) at which headings inside a text begin, by where the text stands. */
export type HeadingLevels = {
  /** In the TL;DR and other sections of a digest; the overview's begin one above. */
  readonly digest: number
  /** In the abstract, summary and critique of a paper within a digest. */
  readonly paperInDigest: number
  /** In the same on the paper's own page or feed item. */
  readonly paper: number
}

/**
 * What every view is made in: the channel it is read in, the publication's configuration and its archive.
 * `revisions` names the instant (RFC 3339) of the last change of a digest or paper by its tag URI; what is
 * not named there last changed when it was published. `headingLevels` are 3, 4 and 3 where nothing is said:
 * `h2` TL;DR, `h2` a paper's title with `h3` Summary, and on the paper's own page `h2` Summary.
 */
export type ViewContext = {
  readonly channel: Channel
  readonly config: Config
  readonly archive: Archive
  readonly revisions?: ReadonlyMap<string, string>
  readonly headingLevels?: Partial<HeadingLevels>
}

/** The heading levels of a context with every default filled in. */
export function toHeadingLevels(context: ViewContext): HeadingLevels {
  return { digest: 3, paperInDigest: 4, paper: 3, ...context.headingLevels }
}
