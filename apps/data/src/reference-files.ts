import { hasPage, paths, type ReferenceSuffix, referenceFormats, renderReferences } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import type { DataSource } from './data-source.ts'

/**
 * The references of every paper, digest and recurring topic, as files in every format. A topic's are a plain
 * bibliography: with abstracts, each paper's would be written once more for every topic it has.
 */
export function* buildReferenceFiles({ context, references }: DataSource): Generator<Artifact> {
  const { archive, config } = context
  const build = (
    keys: readonly string[],
    toPath: (suffix: ReferenceSuffix) => string,
    options?: { readonly abstracts: boolean },
  ): readonly Artifact[] => {
    const found = keys.flatMap((key) => references.get(key) ?? [])
    return referenceFormats.map(({ suffix }) => ({
      path: toPath(suffix),
      content: renderReferences(suffix, found, options),
    }))
  }
  for (const key of archive.papers.keys()) yield* build([key], (suffix) => paths.paperReference(key, suffix))
  for (const [slug, keys] of archive.paperKeys)
    yield* build(keys, (suffix) => paths.digestReference(slug, suffix))
  for (const topic of archive.topics.values()) {
    if (hasPage(topic, config))
      yield* build(topic.papers, (suffix) => paths.topicReference(topic.slug, suffix), { abstracts: false })
  }
}
