import { type Artifact, type FileGroup, hasPage, type Note, paths } from '@broadsheet/view'
import { buildApiIndexes, type FindLine, toApiDigestFile, toApiPaperFile } from './api.ts'
import { type DataSource, traceSource } from './data-source.ts'
import { buildForwards } from './forwards.ts'
import { renderLlms } from './llms.ts'
import { toDigestMarkdownFile, toPaperMarkdownFile } from './markdown-files.ts'
import { buildDigestReferences, buildPaperReferences, buildTopicReferences } from './reference-files.ts'
import { renderRobots } from './robots.ts'
import { buildSitemap, listSitemapPages } from './sitemap.ts'

/** Every text that other programs read, and the pages that lead on to others; no two files have the same path. */
export function* buildData(source: DataSource): Generator<Artifact> {
  for (const group of listDataGroups(source)) yield* group.build(() => undefined)
}

type DataGroup = Omit<FileGroup<true>, 'build'> & { readonly build: (note: Note) => Iterable<Artifact> }

/**
 * The same files in groups: what is about one digest, paper or topic, and last what is about all of them. `findLine`
 * knows the lines of papers from before; it is asked for those whose group has been restored.
 */
export function* listDataGroups(
  source: DataSource,
  findLine: FindLine = () => undefined,
): Generator<DataGroup> {
  const { archive, config } = source.context
  const same = new Set<string>()
  const toGroup =
    (kind: string, build: (key: string, source: DataSource) => Iterable<Artifact>) =>
    (key: string): DataGroup => ({
      name: `${kind} ${key}`,
      inputs: '',
      build: (note) => build(key, traceSource(source, note)),
    })
  const topics = archive.topics.values().filter((topic) => hasPage(topic, config))
  yield* archive.papers.keys().map((key) => ({
    ...toGroup('paper', buildPaperFiles)(key),
    memory: { take: () => true as const, restore: () => same.add(key) },
  }))
  yield* archive.bySlug.keys().map(toGroup('digest', buildDigestFiles))
  yield* topics.map(({ slug, papers }) => ({
    name: `topic ${slug}`,
    inputs: JSON.stringify(papers),
    build: (note: Note) => buildTopicReferences(slug, papers, traceSource(source, note)),
  }))
  yield {
    name: 'all',
    build: () => buildIndexes(source, (key) => (same.has(key) ? findLine(key) : undefined)),
  }
}

function* buildPaperFiles(key: string, source: DataSource): Generator<Artifact> {
  const entry = source.context.archive.papers.get(key)
  if (entry === undefined) return
  yield* buildPaperReferences(key, source)
  yield toPaperMarkdownFile(entry, source.context)
  yield toApiPaperFile(entry, source)
}

function* buildDigestFiles(slug: string, source: DataSource): Generator<Artifact> {
  const digest = source.context.archive.bySlug.get(slug)
  if (digest === undefined) return
  yield* buildDigestReferences(slug, source)
  yield toDigestMarkdownFile(digest)
  yield toApiDigestFile(digest)
}

function* buildIndexes(source: DataSource, findLine: FindLine): Generator<Artifact> {
  const { context } = source
  yield { path: paths.robots, content: renderRobots(context.config) }
  yield { path: paths.llms, content: renderLlms(context) }
  yield* buildSitemap(listSitemapPages(context), context)
  yield* buildApiIndexes(source, findLine)
  yield* buildForwards(source)
}
