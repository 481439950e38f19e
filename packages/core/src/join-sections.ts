import type { OutlineSection } from './outline.ts'
import type { RichText } from './schema.ts'

/** A section with those that stand inside it, as one text in which they keep their headings. */
export function joinSections(
  body: RichText | undefined,
  inside: readonly OutlineSection[],
): RichText | undefined {
  const parts = [
    ...(body ? [body] : []),
    ...inside.map((section) => ({
      markdown: section.body ? `## ${section.heading}\n\n${section.body.markdown}` : `## ${section.heading}`,
      line: section.line,
    })),
  ]
  return parts.length === 0 ? undefined : parts.reduce(joinTexts)
}

/** Two texts as one, with an empty line between them. */
export function joinTexts(first: RichText, second: RichText): RichText {
  return { markdown: `${first.markdown}\n\n${second.markdown}`, line: first.line }
}
