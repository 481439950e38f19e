import type { ReferenceSuffix } from '../urls.ts'
import { renderBibtex } from './bibtex.ts'
import { renderCslJson } from './csl-json.ts'
import type { Reference } from './reference.ts'
import { renderRis } from './ris.ts'

const renderers = {
  bib: renderBibtex,
  ris: renderRis,
  'csl.json': renderCslJson,
} as const satisfies Record<
  ReferenceSuffix,
  (references: readonly Reference[], abstracts?: boolean) => string
>

/**
 * The text of a reference file: one paper's, a digest's or a topic's, in the order given. RIS and CSL-JSON hold
 * abstracts unless told otherwise; BibTeX never does.
 */
export function renderReferences(
  suffix: ReferenceSuffix,
  references: readonly Reference[],
  { abstracts = true }: { readonly abstracts?: boolean } = {},
): string {
  return renderers[suffix](references, abstracts)
}
