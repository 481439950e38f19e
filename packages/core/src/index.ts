export { type Markdown, type MarkdownToken, parseInline, parseMarkdown } from './markdown.ts'
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
export type { Diagnostic } from './diagnostic.ts'
export type { ArxivId, Comments, Counts, Digest, ExtraSection, Paper, RichText } from './schema.ts'
