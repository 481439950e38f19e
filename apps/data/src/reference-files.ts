import {
  paths,
  type Reference,
  type ReferenceSuffix,
  referenceFormats,
  renderReferences,
  type ViewContext,
} from '@broadsheet/view'
import type { Artifact } from './artifact.ts'

/** The references of every paper, digest and recurring topic, as files in every format. */
export function* buildReferenceFiles(
  { archive, config }: ViewContext,
  references: ReadonlyMap<string, Reference>,
): Generator<Artifact> {
  const build = (
    keys: readonly string[],
    toPath: (suffix: ReferenceSuffix) => string,
  ): readonly Artifact[] => {
    const found = keys.flatMap((key) => references.get(key) ?? [])
    return referenceFormats.map(({ suffix }) => ({
      path: toPath(suffix),
      content: renderReferences(suffix, found),
    }))
  }
  for (const key of archive.papers.keys()) yield* build([key], (suffix) => paths.paperReference(key, suffix))
  for (const [slug, keys] of archive.paperKeys)
    yield* build(keys, (suffix) => paths.digestReference(slug, suffix))
  for (const { slug, papers } of archive.topics.values()) {
    if (papers.length >= config.topics.minimumPapers)
      yield* build(papers, (suffix) => paths.topicReference(slug, suffix))
  }
}
