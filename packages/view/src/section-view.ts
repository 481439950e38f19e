import type { ExtraSection } from '@broadsheet/core'
import { type Line, toTitle } from './line.ts'
import { type Prose, toProse } from './prose.ts'
import type { ProseContext } from './prose-context.ts'

/** A section or theme with a heading of its own. */
export type SectionView = { readonly heading: Line; readonly body?: Prose }

/** A section that the format does not name, as a reader sees it. */
export function toSectionView({ heading, body }: ExtraSection, context: ProseContext): SectionView {
  return { heading: toTitle(heading, context), ...(body && { body: toProse(body.markdown, context) }) }
}
