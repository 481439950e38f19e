import { paths } from '@broadsheet/view'
import { buildApi } from './api.ts'
import type { Artifact } from './artifact.ts'
import type { DataSource } from './data-source.ts'
import { buildForwards } from './forwards.ts'
import { renderLlms } from './llms.ts'
import { buildMarkdownFiles } from './markdown-files.ts'
import { buildReferenceFiles } from './reference-files.ts'
import { renderRobots } from './robots.ts'
import { buildSitemap, listSitemapPages } from './sitemap.ts'

/** Every text that other programs read, and the pages that lead on to others; no two files have the same path. */
export function* buildData(source: DataSource): Generator<Artifact> {
  const { context } = source
  yield { path: paths.robots, content: renderRobots(context.config) }
  yield { path: paths.llms, content: renderLlms(context) }
  yield* buildSitemap(listSitemapPages(context), context)
  yield* buildReferenceFiles(source)
  yield* buildMarkdownFiles(context)
  yield* buildApi(source)
  yield* buildForwards(source)
}
