export type { Channel } from './channel.ts'
export { Config, ConfigError, type ConfigInput, defineConfig, parseConfig } from './config.ts'
export { type DateStyle, formatDate } from './dates.ts'
export type { DigestLink, DigestView, SectionView } from './digest-view.ts'
export { escapeHtml } from './escape-html.ts'
export { toExcerpt } from './excerpt.ts'
export { type FeedView, listFeeds } from './feed-list.ts'
export { toDigestId, toFeedId, toPaperId } from './ids.ts'
export { toInstant } from './instant.ts'
export type { NameView, OutsideLink, PaperView } from './paper-view.ts'
export type { Line, LinkNotes, Prose } from './prose.ts'
export type { Publication } from './publication.ts'
export { parseRevisions, Revisions, revisionsFile, toRevisionInstants } from './revisions.ts'
export type { FeedLink, SiteView } from './site-view.ts'
export { type SchemeColor, theme } from './theme.ts'
export {
  absoluteUrl,
  type FeedFile,
  feedFormats,
  paths,
  type ReferenceSuffix,
  referenceFormats,
  toArxivUrls,
  toHref,
  toUrl,
} from './urls.ts'
export type { HeadingLevels, ViewContext } from './view-context.ts'
