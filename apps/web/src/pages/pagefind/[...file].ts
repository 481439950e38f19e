import type { APIRoute, GetStaticPaths } from 'astro'
import { digests, papers, site } from '../../publication.ts'
import { buildSearchIndex, type SearchFile } from '../../search-index.ts'

export const getStaticPaths = (async () => {
  const files = await buildSearchIndex(papers, digests, site.language)
  return files.map((file) => ({ params: { file: file.path }, props: file }))
}) satisfies GetStaticPaths

export const GET: APIRoute<SearchFile> = ({ props }) => new Response(props.content)
