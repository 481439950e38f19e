import { paths } from '../urls.ts'
import { type ApiSource, buildApi } from './api.ts'
import type { DataFile } from './data-file.ts'
import { renderLlms } from './llms.ts'
import { buildMarkdownFiles } from './markdown-files.ts'
import { buildReferenceFiles } from './reference-files.ts'
import { renderRobots } from './robots.ts'
import { buildSitemap, listSitemapPages } from './sitemap.ts'

/** Everything that other programs read, one file after the other; no two have the same path. */
export function* buildDataFiles(source: ApiSource): Generator<DataFile> {
  const { context, references } = source
  yield { path: paths.robots, body: renderRobots(context.config) }
  yield { path: paths.llms, body: renderLlms(context) }
  yield* buildSitemap(listSitemapPages(context), context)
  yield* buildReferenceFiles(context, references)
  yield* buildMarkdownFiles(context)
  yield* buildApi(source)
}
