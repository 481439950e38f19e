export { isSettled, toStamp } from '@broadsheet/core'
export { type ApiPaper, toApiPaper } from './api-paper.ts'
export type { Artifact } from './artifact.ts'
export { type CalendarDay, type CalendarMonth, toCalendar, toWeekdays } from './calendar.ts'
export type { Channel } from './channel.ts'
export type { CommentsView } from './comments-view.ts'
export { Config, ConfigError, type ConfigInput, defineConfig, listSettings, parseConfig } from './config.ts'
export type { CritiquePieceView, CritiqueView } from './critique-view.ts'
export { type DateStyle, formatDate } from './dates.ts'
export { type DigestLink, toDigestLink } from './digest-link.ts'
export { type DigestView, toDigestView } from './digest-view.ts'
export { escapeHtml } from './escape-html.ts'
export { toExcerpt } from './excerpt.ts'
export { type Facts, type Table, toArchiveTables, toFacts, toTable } from './facts.ts'
export { type FeedView, listFeeds, listUnknownFeeds } from './feed-list.ts'
export { type FileCache, openFileCache } from './file-cache.ts'
export { readConfig, readPublication } from './files.ts'
export { toDigestId, toFeedId, toPaperId } from './ids.ts'
export { toInstant } from './instant.ts'
export { type JsonLd, renderJsonLd, toDigestJsonLd, toPaperJsonLd, toSiteJsonLd } from './json-ld.ts'
export {
  type FileGroup,
  type KeptOutput,
  listKeptFiles,
  type MadeGroups,
  openKeptOutput,
} from './kept-output.ts'
export type { Line } from './line.ts'
export { toMathWords } from './math-words.ts'
export { formatAuthors, hasPage, type NameView, toNamedArchive, toTopicName } from './names.ts'
export { findNearest } from './nearest.ts'
export { readNote, writeNote } from './note-file.ts'
export type { OutsideLink } from './outside-link.ts'
export { type PaperLine, toPaperLine } from './paper-line.ts'
export { type PaperView, toPaperView } from './paper-view.ts'
export { listPictures, type Pictures, pictureSize } from './pictures.ts'
export type { LinkNotes, Prose } from './prose.ts'
export type { Folders, Publication } from './publication.ts'
export { formatCitation } from './references/citation.ts'
export { type MetaElement, toCitationMeta } from './references/citation-meta.ts'
export { toCoins } from './references/coins.ts'
export { formatPerson, type Person } from './references/person.ts'
export { type Reference, toReferences } from './references/reference.ts'
export { renderReferences } from './references/render-references.ts'
export { parseRevisions, Revisions, revisionsFile, toRevisionInstants } from './revisions.ts'
export type { SectionView } from './section-view.ts'
export { type FeedLink, type SiteView, toFeedLinks, toSiteView } from './site-view.ts'
export { type SchemeColor, theme } from './theme.ts'
export { toPublished, toUpdated } from './times.ts'
export { type Note, traceArchive, traceMap } from './traced-archive.ts'
export { renderDayTrend, renderMonthTrend, renderTopicTrend } from './trend-charts.ts'
export { type DayTrend, type Period, type TopicTrend, type Trends, toTrends } from './trends.ts'
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
export { hang, wrapText } from './wrap.ts'
