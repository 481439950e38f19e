import {
  type Artifact,
  paths,
  type ReferenceSuffix,
  referenceFormats,
  renderReferences,
} from '@broadsheet/view'
import type { DataSource } from './data-source.ts'

/** The reference of a paper, as a file in every format. */
export function buildPaperReferences(key: string, source: DataSource): readonly Artifact[] {
  return buildReferences([key], source, (suffix) => paths.paperReference(key, suffix))
}

/** The references of the papers of a digest, as a file in every format. */
export function buildDigestReferences(slug: string, source: DataSource): readonly Artifact[] {
  const keys = source.context.archive.paperKeys.get(slug) ?? []
  return buildReferences(keys, source, (suffix) => paths.digestReference(slug, suffix))
}

/**
 * The references of the papers of a topic, by their keys, as a file in every format. They are a plain bibliography: with
 * abstracts, each paper's would be written once more for every topic it has.
 */
export function buildTopicReferences(
  slug: string,
  keys: readonly string[],
  source: DataSource,
): readonly Artifact[] {
  return buildReferences(keys, source, (suffix) => paths.topicReference(slug, suffix), { abstracts: false })
}

function buildReferences(
  keys: readonly string[],
  { references }: DataSource,
  toPath: (suffix: ReferenceSuffix) => string,
  options?: { readonly abstracts: boolean },
): readonly Artifact[] {
  const found = keys.flatMap((key) => references.get(key) ?? [])
  return referenceFormats.map(({ suffix }) => ({
    path: toPath(suffix),
    content: renderReferences(suffix, found, options),
  }))
}
