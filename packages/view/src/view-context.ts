import type { Archive } from '@broadsheet/core'
import type { Channel } from './channel.ts'
import type { Config } from './config.ts'

/**
 * What every view is made in: the channel it is read in, the publication's configuration and its archive.
 * `revisions` names the instant (RFC 3339) of the last change of a digest or paper by its tag URI; what is
 * not named there was last changed when it was published. `headingLevels` are the levels at which headings
 * inside a text begin: of a digest (under “TL;DR”), of a paper in a digest (under its “Summary”), and of a
 * paper on its own page. They are 3, 4 and 3 where nothing is said.
 */
export type ViewContext = {
  readonly channel: Channel
  readonly config: Config
  readonly archive: Archive
  readonly revisions?: ReadonlyMap<string, string>
  readonly headingLevels?: Partial<HeadingLevels>
}

export type HeadingLevels = {
  readonly digest: number
  readonly paperInDigest: number
  readonly paper: number
}
