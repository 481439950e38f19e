export {
  type Appearance,
  type Archive,
  type ArchiveOptions,
  type Author,
  type Category,
  type Day,
  type Month,
  type Neighbours,
  type PaperEntry,
  type Topic,
  toArchive,
} from './archive.ts'
export { findArxivIds, formatArxivId, parseArxivId } from './arxiv-id.ts'
export { findAddresses } from './comments.ts'
export { findContentFolder, findRoot } from './content-folder.ts'
export { type CritiquePiece, splitCritique } from './critique.ts'
export { findDataFolder, findDigestCache } from './data-folder.ts'
export { type Diagnostic, type DiagnosticCode, type Severity, severities } from './diagnostic.ts'
export { collectAllDiagnostics, collectDiagnostics, sortDiagnostics } from './diagnostics.ts'
export { readSources, type SourceBytes } from './files.ts'
export { foldAccents } from './fold-accents.ts'
export { formatDiagnostic, formatDiagnosticJson } from './format-diagnostic.ts'
export { type Markdown, type MarkdownToken, parseInline, parseMarkdown } from './markdown.ts'
export { toPaperKey } from './paper-key.ts'
export { parseAhead } from './parse-ahead.ts'
export { parseDigest } from './parse-digest.ts'
export { type ReadArchive, readArchive } from './read-archive.ts'
export {
  type ArxivId,
  type Comments,
  type Counts,
  type Critique,
  Digest,
  type ExtraLabel,
  type ExtraSection,
  Paper,
  type RichText,
  type SourceFile,
  type Tldr,
  toJsonSchema,
} from './schema.ts'
export { serializeDigest, serializePaper } from './serialize-digest.ts'
export { type SimilarPaper, toSimilarPapers } from './similar-papers.ts'
export { toSlug } from './slug.ts'
export { isSettled, toStamp } from './stamp.ts'
export { type AccentedLetter, readAccent } from './tex-accents.ts'
export { type Group, readGroup, readOptionGroup } from './tex-group.ts'
