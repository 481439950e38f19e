import { z } from 'zod'

/** Markdown as its author wrote it (encoding repaired), with the 1-based line it began on in the source. */
export const RichText = z.strictObject({
  markdown: z.string().min(1),
  line: z.int().positive(),
})

/** A paper's `Comments:` line: the whole text, and what could be read out of it. */
export const Comments = z.strictObject({
  text: z.string().min(1),
  venue: z.string().min(1).optional(),
  pages: z.int().positive().optional(),
  figures: z.int().positive().optional(),
  tables: z.int().positive().optional(),
  links: z.array(z.string().min(1)),
})

/** A section some publisher adds that the format does not name: kept, shown after the known ones. */
export const ExtraSection = z.strictObject({
  heading: z.string().min(1),
  body: RichText.optional(),
  line: z.int().positive(),
})

/** A `Label: value` line the format does not name. */
export const ExtraLabel = z.strictObject({ label: z.string().min(1), value: z.string().min(1) })

/** `text` is the whole critique; the other three are the parts of it that stand under such a heading. */
export const Critique = z.strictObject({
  text: RichText,
  strengths: RichText.optional(),
  weaknesses: RichText.optional(),
  assessment: RichText.optional(),
})

/**
 * An arXiv identifier split from its version: `2510.14853` (since 2007) or `hep-th/9901001` (before).
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export const ArxivId = z.strictObject({
  id: z.string().regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/),
  version: z.int().positive().optional(),
})

/** What a machine said to its operator before the text began, set apart and never shown. */
export const Pleasantries = z.strictObject({
  abstract: z.string().min(1).optional(),
  summary: z.string().min(1).optional(),
  critique: z.string().min(1).optional(),
})

/** One chosen paper. `title` is inline Markdown; `line` is where its heading stands in the source. */
export const Paper = z.strictObject({
  title: z.string().min(1),
  arxiv: ArxivId.optional(),
  authors: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)),
  comments: Comments.optional(),
  abstract: RichText.optional(),
  summary: RichText.optional(),
  critique: Critique.optional(),
  pleasantries: Pleasantries,
  labels: z.array(ExtraLabel),
  sections: z.array(ExtraSection),
  line: z.int().positive(),
})

/** How many papers the publisher read that day, and how many of them are in the digest. */
export const Counts = z.strictObject({
  total: z.int().nonnegative(),
  selected: z.int().nonnegative(),
})

/** The digest's `## TL;DR`; `opening` is a sentence that introduces nothing, set apart and never shown. */
export const Tldr = z.strictObject({
  counts: Counts.optional(),
  opening: z.string().min(1).optional(),
  body: RichText.optional(),
  line: z.int().positive(),
})

/** Where a digest was read: the path below the content folder and the SHA-256 of its bytes, in hex. */
export const SourceFile = z.strictObject({
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * One digest: plain JSON that can be diffed, cached and published. `slug` is the last part of
 * `permalink` without `.md`; `date` is the calendar date as written, in no time zone; `category` is an
 * arXiv category such as `cs.CL`; `fields` are the front matter's other fields, as text.
 */
export const Digest = z.strictObject({
  slug: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  // Not startsWith, which zod writes into the published schema as a format that JSON Schema does not know.
  permalink: z.string().regex(/^\//),
  title: z.string().min(1),
  date: z.iso.date(),
  category: z.string().min(1).optional(),
  fields: z.record(z.string(), z.string()),
  disclaimer: RichText.optional(),
  overview: RichText.optional(),
  tldr: Tldr.optional(),
  sections: z.array(ExtraSection),
  papers: z.array(Paper),
  source: SourceFile,
})

export type RichText = z.infer<typeof RichText>
export type Comments = z.infer<typeof Comments>
export type ExtraSection = z.infer<typeof ExtraSection>
export type ExtraLabel = z.infer<typeof ExtraLabel>
export type Critique = z.infer<typeof Critique>
export type ArxivId = z.infer<typeof ArxivId>
export type Pleasantries = z.infer<typeof Pleasantries>
export type Paper = z.infer<typeof Paper>
export type Counts = z.infer<typeof Counts>
export type Tldr = z.infer<typeof Tldr>
export type SourceFile = z.infer<typeof SourceFile>
export type Digest = z.infer<typeof Digest>

/** The JSON Schema (draft 2020-12) of a Digest, as published beside the data. */
export function toJsonSchema(): object {
  return z.toJSONSchema(Digest, { target: 'draft-2020-12' })
}
