export type {
  Appearance,
  Archive,
  Author,
  Category,
  Day,
  Month,
  Neighbours,
  PaperEntry,
  Topic,
} from './archive.ts'
export { findArxivIds, formatArxivId, parseArxivId } from './arxiv-id.ts'
export { findAddresses } from './comments.ts'
export { type CritiquePiece, splitCritique } from './critique.ts'
export { type Diagnostic, type DiagnosticCode, type Severity, severities } from './diagnostic.ts'
export type { SourceBytes } from './files.ts'
export { type Markdown, type MarkdownToken, parseInline, parseMarkdown } from './markdown.ts'
export { parseDigest } from './parse-digest.ts'
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
export { serializeDigest } from './serialize-digest.ts'
export { type SimilarPaper, toSimilarPapers } from './similar-papers.ts'
