import { paths, toUrl } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** How large a picture for link previews is, in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const

/** Absolute addresses of the pictures for link previews: of the site, of digests by slug, of papers by key. */
export type Pictures = {
  readonly site: string
  readonly digests: ReadonlyMap<string, string>
  readonly papers: ReadonlyMap<string, string>
}

/**
 * The pictures that there are. Only the newest digests and the papers in them have one of their own, as many as
 * `pictures.digests` says; every other page has the site's.
 */
export function listPictures({ archive, config }: ViewContext): Pictures {
  const slugs = archive.digests.slice(0, config.pictures.digests).map(({ slug }) => slug)
  const keys = slugs.flatMap((slug) => archive.paperKeys.get(slug) ?? [])
  return {
    site: toUrl(config, paths.picture),
    digests: new Map(slugs.map((slug) => [slug, toUrl(config, paths.digestPicture(slug))])),
    papers: new Map(keys.map((key) => [key, toUrl(config, paths.paperPicture(key))])),
  }
}
