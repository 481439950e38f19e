import { type Digest, toJsonSchema } from '@broadsheet/core'
import {
  type ApiPaper,
  hasPage,
  type PaperView,
  paths,
  toApiPaper,
  toDigestId,
  toPublished,
  toTopicName,
  toUpdated,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import type { DataSource } from './data-source.ts'

/**
 * Every file below `/api/v1/`, one after the other. A digest is the Digest itself, valid against the schema
 * beside it; `papers.jsonl` has one paper a line, without HTML.
 */
export function* buildApi(source: DataSource): Generator<Artifact> {
  const { archive } = source.context
  // Bytes, since a string of all papers of a large archive would be longer than strings can be.
  const lines: Buffer[] = []
  yield toFile(paths.apiIndex, toIndex(source.context))
  yield toFile(paths.apiSchema, toJsonSchema())
  yield toFile(paths.apiTopics, toTopics(source.context))
  for (const digest of archive.digests) yield toFile(paths.apiDigest(digest.slug), digest)
  for (const view of source.papers()) {
    const paper = toPaper(view, source)
    lines.push(Buffer.from(`${JSON.stringify(withoutHtml(paper))}\n`))
    yield toFile(paths.apiPaper(view.key), paper)
  }
  yield { path: paths.apiPapers, content: Buffer.concat(lines) }
}

function toPaper(view: PaperView, { context, references, similar }: DataSource): ApiPaper {
  const reference = references.get(view.key)
  if (reference === undefined) throw new Error(`Paper ${view.key} has no reference.`)
  return toApiPaper(view, reference, similar.get(view.key) ?? [], context.config)
}

function withoutHtml({ titleHtml: _, texts, ...paper }: ApiPaper): object {
  const words = Object.entries(texts).map(([name, { markdown }]) => [name, markdown])
  return { ...paper, texts: Object.fromEntries(words) }
}

function toIndex(context: ViewContext): object {
  const { archive, config } = context
  return {
    version: 1,
    title: config.title,
    description: config.description,
    language: config.language,
    url: toUrl(config, paths.home),
    counts: { digests: archive.digests.length, papers: archive.papers.size },
    papers: toUrl(config, paths.apiPapers),
    topics: toUrl(config, paths.apiTopics),
    schema: toUrl(config, paths.apiSchema),
    digests: archive.digests.map((digest) => toEntry(digest, context)),
  }
}

function toEntry({ slug, title, date, category, tldr }: Digest, context: ViewContext): object {
  const { archive, config } = context
  const published = toPublished(date, context)
  return {
    slug,
    title,
    date,
    ...(category && { category }),
    ...(tldr?.counts && { counts: tldr.counts }),
    published,
    updated: toUpdated(toDigestId(config, slug), published, context),
    url: toUrl(config, paths.digest(slug)),
    data: toUrl(config, paths.apiDigest(slug)),
    papers: (archive.paperKeys.get(slug) ?? []).map((key) => ({
      id: key,
      data: toUrl(config, paths.apiPaper(key)),
    })),
  }
}

/** The topics that recur: those with a page. */
function toTopics(context: ViewContext): object {
  const { archive, config } = context
  const recurring = archive.topics.values().filter((topic) => hasPage(topic, config))
  return [...recurring].map(({ slug, name, spellings, papers }) => ({
    slug,
    name: toTopicName(slug, context)?.name ?? name,
    spellings,
    url: toUrl(config, paths.topic(slug)),
    papers,
  }))
}

function toFile(path: string, data: object): Artifact {
  return { path, content: `${JSON.stringify(data, null, 2)}\n` }
}
