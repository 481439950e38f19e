import type { ReferenceSuffix } from '../urls.ts'
import { renderBibtex } from './bibtex.ts'
import { renderCslJson } from './csl-json.ts'
import type { Reference } from './reference.ts'
import { renderRis } from './ris.ts'

const renderers = {
  bib: renderBibtex,
  ris: renderRis,
  'csl.json': renderCslJson,
} as const satisfies Record<ReferenceSuffix, (references: readonly Reference[]) => string>

/** The text of a reference file: one paper's, a digest's or a topic's, in the order given. */
export function renderReferences(suffix: ReferenceSuffix, references: readonly Reference[]): string {
  return renderers[suffix](references)
}
