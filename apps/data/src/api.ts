import { type Digest, type PaperEntry, toJsonSchema } from '@broadsheet/core'
import {
  type ApiPaper,
  type Artifact,
  hasPage,
  paths,
  toApiPaper,
  toDigestId,
  toPaperView,
  toPublished,
  toTopicName,
  toUpdated,
  toUrl,
  type ViewContext,
} from '@broadsheet/view'

import type { DataSource } from './data-source.ts'

/**
 * What stands below `/api/v1/` about all of a publication: the index, the topics, the schema, and `papers.jsonl`, one
 * paper a line without HTML. Its lines are made as they are written: together they would be longer than strings can be.
 */
export function* buildApiIndexes(source: DataSource, findLine: FindLine): Generator<Artifact> {
  yield toFile(paths.apiIndex, toIndex(source.context))
  yield toFile(paths.apiSchema, toJsonSchema())
  yield toFile(paths.apiTopics, toTopics(source.context))
  yield { path: paths.apiPapers, content: listPaperLines(source, findLine) }
}

/** The line of a paper in `papers.jsonl` with its end, by the paper's key, where it is known from before. */
export type FindLine = (key: string) => Uint8Array | undefined

/** Finds lines in what `papers.jsonl` was. */
export function toFindLine(file: Buffer): FindLine {
  const lines = new Map<string, Uint8Array>()
  for (let from = 0, end = 0; from < file.length; from = end) {
    end = file.indexOf('\n', from) + 1 || file.length
    lines.set(file.toString('utf8', from, file.indexOf(',', from)), file.subarray(from, end))
  }
  // A paper begins with its key.
  return (key) => lines.get(`{"id":${JSON.stringify(key)}`)
}

/** A digest as `/api/v1/` gives it: the Digest itself, valid against the schema. */
export function toApiDigestFile(digest: Digest): Artifact {
  return toFile(paths.apiDigest(digest.slug), digest)
}

/** A paper as `/api/v1/` gives it. */
export function toApiPaperFile(entry: PaperEntry, source: DataSource): Artifact {
  return toFile(paths.apiPaper(entry.key), toPaper(entry, source))
}

function* listPaperLines(source: DataSource, findLine: FindLine): Generator<string | Uint8Array> {
  for (const entry of source.context.archive.papers.values())
    yield findLine(entry.key) ?? `${JSON.stringify(withoutHtml(toPaper(entry, source)))}\n`
}

function toPaper(entry: PaperEntry, { context, references, similar }: DataSource): ApiPaper {
  const reference = references.get(entry.key)
  if (reference === undefined) throw new Error(`Paper ${entry.key} has no reference.`)
  return toApiPaper(toPaperView(entry, context), reference, similar.get(entry.key) ?? [], context.config)
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
